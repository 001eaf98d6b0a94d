"""The leaves of the seal: one digest per recorded event."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection

STATEMENT = (Path(__file__).parents[1] / "sql" / "leaves.sql").read_text()


@dataclass(frozen=True)
class Leaf:
    """An event's identifier and the SHA-256 of all its columns."""

    event: int
    digest: bytes


def leaves_of(*, since: date | None, until: date) -> list[Leaf]:
    """Leaves of the events recorded from `since` (None: from the beginning) through `until`, in order."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, {"since": since, "until": until})
        return [Leaf(event, bytes(digest)) for event, digest in cursor.fetchall()]
