"""Who was shown whose data, when and what for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.people.models import Viewing


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingRow:
    """One look, or one file taken away."""

    at: datetime
    person: UUID
    purpose: str
    exported: bool
    count: int
    shown: tuple[UUID, ...]


def viewings(*, of: UUID | None = None, by: UUID | None = None, exported: bool = False, before: datetime | None = None,
             limit: int = 50) -> list[ViewingRow]:  # fmt: skip
    """The newest first: of one person, household or list; by one viewer; only what was taken away."""
    found = Viewing.objects.all()
    if of:
        found = found.filter(shown__contains=[of])
    if by:
        found = found.filter(person=by)
    if exported:
        found = found.filter(exported=True)
    if before:
        found = found.filter(at__lt=before)
    return [
        ViewingRow(
            at=row.at,
            person=row.person,
            purpose=row.purpose,
            exported=row.exported,
            count=row.count,
            shown=tuple(row.shown),
        )
        for row in found.order_by("-at", "-id")[:limit]
    ]
