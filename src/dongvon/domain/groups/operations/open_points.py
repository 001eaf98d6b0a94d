"""Open transaction points."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Point, PointDay
from dongvon.domain.groups.vocabulary import PointDraft
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.OFFICE_DIRECTOR, Role.BRANCH_OFFICER, Role.SYSTEM})
def open_points(*, key: UUID, by: Actor, at: datetime, on: date, points: tuple[PointDraft, ...]) -> int:
    """Open `points` with their fixed days from `on`; gives their number."""
    rows = [
        Point(id=draft.id, number=draft.number, name=draft.name, place_id=draft.place, unit_id=draft.unit)
        for draft in points
    ]
    days = [
        PointDay(
            point_id=draft.id, day=draft.fixed_day, opens=draft.opens, closes=draft.closes, valid=DateRange(on, None)
        )
        for draft in points
    ]
    Point.objects.bulk_create(rows)
    PointDay.objects.bulk_create(days)
    return len(rows)
