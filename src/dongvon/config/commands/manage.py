"""`dongvon manage …`: Django's own management commands, as the owner of the tables."""

import click

from dongvon.config.opening import open_as_owner


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Lệnh quản trị của Django, ví dụ `dongvon manage check --deploy`."""
    with open_as_owner():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["dongvon manage", *arguments])
