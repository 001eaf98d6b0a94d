"""The console entry: joins the interfaces' commands with those of the wiring, and lends them the database."""

from dongvon.config.opening import open_as_worker
from dongvon.interfaces.cli import dongvon
from dongvon.interfaces.cli.wiring import Wiring

#: Commands about the installation itself; they live beside the wiring they turn.
COMMANDS = {
    "database": "dongvon.config.commands.database:database",
    "demo": "dongvon.config.commands.demo:demo",
    "manage": "dongvon.config.commands.manage:manage",
    "messages": "dongvon.config.commands.messages:messages",
    "serve": "dongvon.config.commands.serve:serve",
    "work": "dongvon.config.commands.work:work",
}


def main() -> None:
    """Run `dongvon …`."""
    dongvon.members.update(COMMANDS)
    dongvon(obj=Wiring(open_database=open_as_worker), prog_name="dongvon")


if __name__ == "__main__":
    main()
