"""The root of the command line: quick, lazy, and every command explains itself."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from dongvon.config.entry import COMMANDS
from dongvon.interfaces.cli import GROUPS, LazyGroup, dongvon
from dongvon.kernel.refusals import Refusal

QUICK = ("plan read --help", "lending quote --help", "--version")


class NoSuchPaper(Refusal):
    text = "Không có văn bản {number}."


@click.command()
def refuse() -> None:
    raise NoSuchPaper(number="39")


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}".strip(), command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}".strip())


def test_every_command_explains_itself() -> None:
    whole = LazyGroup(name="dongvon", members=GROUPS | COMMANDS)
    silent = [name for name, command in commands(whole) if not (command.help or "").strip()]
    assert silent == []


def test_a_refusal_is_one_line_and_exit_code_1() -> None:
    group = LazyGroup(name="dongvon", members={"refuse": f"{__name__}:refuse"})
    group.add_command(refuse)
    answer = CliRunner().invoke(group, ["refuse"])
    assert (answer.exit_code, answer.output) == (1, "Error: Không có văn bản 39.\n")


@pytest.mark.parametrize("words", QUICK)
def test_what_needs_no_database_never_loads_django(words: str) -> None:
    watch = f"""
import sys
sys.argv = ["dongvon", *{words.split()!r}]
from dongvon.config.entry import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
assert "django" not in sys.modules, "Django was loaded"
"""
    answer = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_an_unknown_word_is_told() -> None:
    answer = CliRunner().invoke(dongvon, ["nhầm"])
    assert answer.exit_code == 2
    assert "nhầm" in answer.output
