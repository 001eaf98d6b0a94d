"""Tells PostgreSQL who is asking, until the end of the transaction."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from dongvon.kernel.scope import Scope

_SETTINGS = """
SELECT set_config('dongvon.person', %s, true),
       set_config('dongvon.units', %s, true),
       set_config('dongvon.groups', %s, true),
       set_config('dongvon.everything', %s, true),
       set_config('dongvon.door', %s, true)
"""


def enter_scope(scope: Scope) -> None:
    """From here to the end of the transaction the row policies answer with what `scope` reaches."""
    everything = "on" if scope.everything else "off"
    _set(str(scope.person or ""), _array(scope.units), _array(scope.groups), everything, "off")


def enter_door() -> None:
    """Nobody is signed in: only the accounts themselves can be looked up, so that somebody may sign in."""
    _set("", "{}", "{}", "off", "on")


def _array(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(sorted(map(str, ids))) + "}"


def _set(*values: str) -> None:
    assert connection.in_atomic_block, "A scope lasts for a transaction: open one first."
    with connection.cursor() as cursor:
        cursor.execute(_SETTINGS, values)
