"""Grades and earnings of groups and organisations, month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.groups.models import Assessment, Entitlement


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """A group's month: points by criterion, the grade for `score` (percent of `out_of`), what its board earned."""

    group: UUID
    month: date
    points: dict[str, str]
    out_of: int
    score: Decimal
    grade: str
    interest: int
    commission: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementRow:
    """An organisation's month in a commune: interest collected, quality, fee and its split."""

    place: str
    organisation: str
    month: date
    interest: int
    overdue_ratio: Decimal
    factor: Decimal
    fee: int
    split: dict[str, int]


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """A group's month as it is paid: interest collected, and what its board earned."""

    group: UUID
    code: str
    leader_name: str
    interest: int
    commission: int


def assessed_places(month: date) -> set[str]:
    """The communes whose groups are assessed for a month."""
    return set(Assessment.objects.filter(month=month).values_list("group__place", flat=True).distinct())


def latest_of(groups: Iterable[UUID]) -> dict[UUID, AssessmentRow]:
    """The latest month of each group."""
    found = Assessment.objects.filter(group__in=list(groups)).order_by("group", "-month").distinct("group")
    return {row.group: row for row in _rows(found)}


def months_of(group: UUID, *, limit: int = 12) -> list[AssessmentRow]:
    """A group's months, the last one first."""
    return _rows(Assessment.objects.filter(group=group).order_by("-month")[:limit])


def entitlements(*, month: date) -> list[EntitlementRow]:
    """What organisations earned in a month, as far as the asker may see it."""
    names = list(EntitlementRow.__dataclass_fields__)
    columns = [{"place": "place_id"}.get(name, name) for name in names]
    found = Entitlement.objects.filter(month=month).order_by("place", "organisation").values_list(*columns)
    return [EntitlementRow(**dict(zip(names, row, strict=True))) for row in found]


def commissions(*, month: date, place: str, organisation: str) -> list[CommissionRow]:
    """What the boards of an organisation's groups in a commune earned in a month, by code of group."""
    found = Assessment.objects.filter(month=month, group__place=place, group__organisation=organisation)
    names = ("group", "group__code", "group__leader__full_name", "interest", "commission")
    return [CommissionRow(*row) for row in found.order_by("group__code").values_list(*names)]


def last_month() -> date | None:
    """The latest month that was assessed."""
    return Assessment.objects.order_by("-month").values_list("month", flat=True).first()


def _rows(found: QuerySet[Assessment]) -> list[AssessmentRow]:
    return [
        AssessmentRow(
            group=row.group_id,
            month=row.month,
            points=row.points,
            out_of=row.out_of,
            score=row.score,
            grade=row.grade,
            interest=row.interest,
            commission=row.commission,
        )
        for row in found
    ]
