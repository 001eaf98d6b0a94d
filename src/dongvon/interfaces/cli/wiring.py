"""How a command reaches the database without knowing the wiring: the entry lends it an opener."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Wiring:
    """What `config` lends the command line: Django set up and a server that runs inside the block."""

    open_database: Callable[[], AbstractContextManager[None]]


def needs_database(command: Callable[P, R]) -> Callable[P, R]:
    """The command runs with the database open; it imports domain modules inside its body."""

    @wraps(command)
    def with_database(*args: P.args, **kwargs: P.kwargs) -> R:
        wiring = click.get_current_context().find_object(Wiring)
        assert wiring is not None, "The root command is started by config.entry, which provides the wiring."
        with wiring.open_database():
            return command(*args, **kwargs)

    return with_database
