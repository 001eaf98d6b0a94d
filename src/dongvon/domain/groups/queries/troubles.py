"""Groups that need somebody: graded low, or with a mandate at rest."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from dongvon.domain.groups.models import Assessment, Group, Mandate
from dongvon.domain.groups.queries.assessments import last_month
from dongvon.domain.groups.vocabulary import Grade

#: Grades that call for somebody.
LOW = (Grade.WEAK.value, Grade.AVERAGE.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleRow:
    """A group in sight; `grade` is that of the latest month, "" where it was not graded."""

    group: UUID
    code: str
    hamlet: str
    leader_name: str
    grade: str
    suspended: bool


def troubled_groups(*, on: date, overdue: dict[UUID, int], limit: int = 50) -> list[TroubleRow]:
    """Groups with overdue debt (as lending tells, in đồng), graded low or suspended; the largest debt first."""
    month = last_month()
    graded = Assessment.objects.filter(month=month, grade__in=LOW) if month else Assessment.objects.none()
    low = dict(graded.values_list("group", "grade"))
    resting = set(
        Mandate.objects.filter(valid__contains=on, suspensions__valid__contains=on).values_list("group", flat=True)
    )
    asked = Q(id__in={*overdue, *low, *resting})
    rows = Group.objects.living(on).filter(asked).select_related("leader")
    ordered = sorted(rows, key=lambda row: (-overdue.get(row.id, 0), row.id not in resting, row.code))
    return [
        TroubleRow(
            group=row.id,
            code=row.code,
            hamlet=row.hamlet,
            leader_name=row.leader.full_name,
            grade=low.get(row.id, ""),
            suspended=row.id in resting,
        )
        for row in ordered[:limit]
    ]


def uninspected_groups(*, on: date, limit: int = 50) -> tuple[int, int, list[TroubleRow]]:
    """How many groups there are, to how many nobody came this year, and the first of those by code."""
    living = Group.objects.living(on)
    rows = living.exclude(inspections__inspected_on__year=on.year).select_related("leader").order_by("code")
    found = [
        TroubleRow(
            group=row.id, code=row.code, hamlet=row.hamlet, leader_name=row.leader.full_name, grade="", suspended=False
        )
        for row in rows[:limit]
    ]
    return living.count(), rows.count(), found
