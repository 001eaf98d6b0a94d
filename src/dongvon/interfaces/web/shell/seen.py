"""Notes that named people were shown: every page and file that names somebody calls it with whom it named."""

from collections.abc import Collection
from typing import Literal
from uuid import UUID

from dongvon.domain.people.operations.note_viewing import note_viewing
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

Purpose = Literal[
    "search", "person", "household", "list", "board", "import", "verification", "group", "request", "loan"
]


def seen(
    request: Asked,
    persons: Collection[UUID],
    *,
    purpose: Purpose,
    of: UUID | None = None,
    count: int | None = None,
    exported: bool = False,
) -> None:
    """One insert in the request's own transaction: a page that cannot be noted is not shown.

    `count` says how many where nobody is told one by one.
    """
    note_viewing(
        by=request.actor, at=clock.now(), purpose=purpose, shown=persons, of=of, count=count, exported=exported
    )
