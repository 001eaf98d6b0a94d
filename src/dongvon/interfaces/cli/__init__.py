"""The command line's root: it knows the name of every group and imports none until it is asked for."""

import importlib
from typing import Any

import click

from dongvon.kernel.refusals import Refusal

#: Word on the command line → where its click command lives.
GROUPS: dict[str, str] = {
    "audit": "dongvon.interfaces.cli.audit:audit",
    "insight": "dongvon.interfaces.cli.insight:insight",
    "ledger": "dongvon.interfaces.cli.ledger:ledger",
    "lending": "dongvon.interfaces.cli.lending:lending",
    "people": "dongvon.interfaces.cli.people:people",
    "plan": "dongvon.interfaces.cli.plan:plan",
}


class LazyGroup(click.Group):
    """A group whose members are import paths, so that `dongvon plan read` never waits for Django."""

    def __init__(self, *args: Any, members: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members if members is not None else {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self.members})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.members:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.members[cmd_name].partition(":")
        found = getattr(importlib.import_module(module), name)
        assert isinstance(found, click.Command), f"{self.members[cmd_name]} is no click command."
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """A refusal is an answer, not a crash: one line on the error stream and exit code 1."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(str(refusal)) from refusal


@click.group(cls=LazyGroup, members=GROUPS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dongvon", prog_name="dongvon")
def dongvon() -> None:
    """Đồng Vốn: nền tảng mở cho tín dụng chính sách xã hội của một thành phố."""
