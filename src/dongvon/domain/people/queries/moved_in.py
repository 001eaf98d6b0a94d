"""Who moved in with a status that a certified list of elsewhere gave, and that waits to be confirmed here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from dongvon.domain.people.vocabulary import ListKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedInRow:
    """A line of elsewhere: since when it counts, until when (newly escaped), and the decision it rests on.

    `person` is named by the line, or heads the `household` that is; `place` is the commune they live in now.
    """

    household: UUID | None
    person: UUID
    full_name: str
    hamlet: str
    place: str
    kind: ListKind
    since: date
    until_on: date | None
    moved_on: date
    from_place: str
    decision: str
    decided_on: date

    @property
    def subject(self) -> UUID:
        """Whom the line names."""
        return self.household or self.person


def moved_in(*, on: date) -> list[MovedInRow]:
    """Of the asker's communes, who moved first first; whoever was taken up here since is not among them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_moved_in(%s)", [on])
        names = MovedInRow.__dataclass_fields__
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return [MovedInRow(**{**row, "kind": ListKind(row["kind"])}) for row in rows]
