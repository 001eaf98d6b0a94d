"""Groups and transaction points, as others name them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Subquery

from dongvon.domain.groups.models import Group, Point, PointDay, SessionMove


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group with its leader."""

    id: UUID
    code: str
    organisation: str
    place: str
    hamlet: str
    point: UUID
    leader_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A transaction point with its fixed day."""

    id: UUID
    number: int
    name: str
    place: str
    unit: UUID
    fixed_day: int | None


def groups_by_id(ids: Iterable[UUID]) -> dict[UUID, GroupRow]:
    """Groups by identifier, as far as the asker may see them."""
    found = Group.objects.filter(id__in=list(ids)).select_related("leader")
    return {
        group.id: GroupRow(
            id=group.id,
            code=group.code,
            organisation=group.organisation,
            place=group.place_id,
            hamlet=group.hamlet,
            point=group.point_id,
            leader_name=group.leader.full_name,
        )
        for group in found
    }


def group_coded(code: str, *, on: date) -> UUID | None:
    """The living group that has this code, whoever asks: an administrator appoints leaders and sees no group."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT groups_coded(%s, %s)", [code.strip(), on])
        found: UUID | None = cursor.fetchone()[0]
    return found


def points(*, on: date) -> list[PointRow]:
    """Every transaction point with its fixed day on `on`, by number."""
    fixed = PointDay.objects.filter(point=OuterRef("pk"), valid__contains=on).values("day")[:1]
    found = Point.objects.annotate(fixed_day=Subquery(fixed)).order_by("number")
    return [
        PointRow(
            id=point.id,
            number=point.number,
            name=point.name,
            place=point.place_id,
            unit=point.unit_id,
            fixed_day=point.fixed_day,
        )
        for point in found
    ]


def moved_sessions(*, place: str) -> dict[date, date]:
    """Sessions of a commune that an order moved: the day they were due and the day they are held."""
    return dict(SessionMove.objects.filter(point__place=place).values_list("from_on", "to_on"))
