"""The next session of every transaction point."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from dongvon.domain.groups.models import PointDay, SessionMove
from dongvon.kernel.calendar import add_months, session_from


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSession:
    """A point and its next session; `instead_of` is the day an order moved it from."""

    point: UUID
    name: str
    place: str
    unit: UUID
    fixed_day: int
    opens: time
    closes: time
    day: date
    instead_of: date | None


def point_sessions(*, on: date, point: UUID | None = None) -> list[PointSession]:
    """Points with their first session from a day on, moved ones on the day they are held; the soonest first."""
    fixed = PointDay.objects.select_related("point").filter(valid__contains=on)
    moves: dict[UUID, dict[date, date]] = {}
    moved = SessionMove.objects.filter(to_on__gte=add_months(on, -2))
    if point is not None:
        fixed, moved = fixed.filter(point=point), moved.filter(point=point)
    for of_point, from_on, to_on in moved.values_list("point", "from_on", "to_on"):
        moves.setdefault(of_point, {})[from_on] = to_on
    found = [_next(row, moves.get(row.point_id, {}), on=on) for row in fixed]
    return sorted(found, key=lambda row: (row.day, row.name))


def _next(row: PointDay, moves: dict[date, date], *, on: date) -> PointSession:
    """Regular sessions of four months are enough: an order moves one within a month or so."""
    months = (add_months(on.replace(day=1), each) for each in (-1, 0, 1, 2))
    regular = [session_from(month, session_day=row.day) for month in months]
    held = sorted((moves.get(day, day), day) for day in regular)
    day, meant = next(each for each in held if each[0] >= on)
    return PointSession(
        point=row.point_id,
        name=row.point.name,
        place=row.point.place_id,
        unit=row.point.unit_id,
        fixed_day=row.day,
        opens=row.opens,
        closes=row.closes,
        day=day,
        instead_of=meant if meant != day else None,
    )
