"""The groups of a commune, one group over time, and the loans behind the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Sum

from dongvon.domain.groups.queries.directory import GroupRow, groups_by_id
from dongvon.domain.insight.models import Total
from dongvon.domain.insight.vocabulary import Figures, Slice
from dongvon.domain.lending.models import Loan, Snapshot
from dongvon.domain.people.queries.search import people_by_id

#: Stands in snapshots for loans lent without a group.
NO_GROUP = UUID(int=0)
COUNTED = ("loans", "in_term", "overdue", "frozen", "owed_grace", "lent", "repaid", "interest")
SUMS = {"owed": Sum(F("owed_in_term") + F("owed_overdue")), **{name: Sum(name) for name in COUNTED}}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """What one group owes; `group` is None for loans lent without one, or a group out of sight."""

    id: UUID
    organisation: str
    group: GroupRow | None
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneFigures:
    """What the groups of a commune owe at the end of a day, the largest debt first."""

    day: date
    groups: tuple[GroupFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What a group owed at the end of a day."""

    day: date
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanRow:
    """A loan as lists show it, in đồng, as it stands now."""

    id: UUID
    contract_number: str
    borrower: UUID
    borrower_name: str
    programme: str
    signed_on: date
    final_on: date
    lent: int
    in_term: int
    overdue: int
    frozen: int

    @property
    def outstanding(self) -> int:
        """All principal that is owed."""
        return self.in_term + self.overdue + self.frozen


def groups_of(asked: Slice, *, month: date) -> CommuneFigures | None:
    """The groups of the commune `asked` names, on the last closed day of the month; None where none was closed."""
    found = _of(asked, kept=Total.objects.filter(place=asked.place, month=month))
    rows = list(found.values("day", "organisation", "group_id").annotate(**SUMS).order_by())
    if not rows:
        return None
    known = groups_by_id([row["group_id"] for row in rows])
    figures = [
        GroupFigures(
            id=row["group_id"],
            organisation=row["organisation"],
            group=known.get(row["group_id"]),
            figures=_figures(row),
        )
        for row in rows
    ]
    largest = sorted(figures, key=lambda each: -each.figures.outstanding)
    return CommuneFigures(day=rows[0]["day"], groups=tuple(largest))


def group_over_time(group: GroupRow) -> list[DayFigures]:
    """The group on the last closed day of each month, oldest first."""
    its = Slice(place=group.place, organisation=group.organisation)
    kept = Total.objects.filter(place=group.place, organisation=group.organisation)
    found = _of(its, kept=kept).filter(group_id=group.id)
    rows = found.values("day").annotate(**SUMS).order_by("day")
    return [DayFigures(day=row["day"], figures=_figures(row)) for row in rows]


def loans_of(*, group: UUID | None, place: str, limit: int = 200) -> list[LoanRow]:
    """Loans still owed in a group, or without a group in a commune, the overdue ones first."""
    found = (
        Loan.objects.filter(group_id=group, place=place, closed_on=None)
        .annotate(programme=F("series__programme__name"))
        .order_by("-overdue", "-frozen", "final_on")[:limit]
    )
    loans = list(found)
    people = people_by_id(list({loan.borrower_id for loan in loans}))
    return [
        LoanRow(
            id=loan.id,
            contract_number=loan.contract_number,
            borrower=loan.borrower_id,
            borrower_name=people[loan.borrower_id].full_name if loan.borrower_id in people else "",
            programme=loan.programme,
            signed_on=loan.signed_on,
            final_on=loan.final_on,
            lent=loan.lent,
            in_term=loan.in_term,
            overdue=loan.overdue,
            frozen=loan.frozen,
        )
        for loan in loans
    ]


def _of(asked: Slice, *, kept: QuerySet[Total]) -> QuerySet[Snapshot]:
    """Snapshots of the days and offices of some totals: the two lead the key, so few rows are read."""
    reach = list(kept.values_list("day", "unit_id").distinct().order_by())
    wanted: dict[str, Any] = {
        "unit": asked.unit,
        "organisation": asked.organisation,
        "series__programme": asked.programme,
        "series__fund": asked.fund,
    }
    return Snapshot.objects.filter(
        day__in={day for day, _ in reach},
        unit__in={unit for _, unit in reach},
        place=asked.place,
        **{name: value for name, value in wanted.items() if value is not None},
    )


def _figures(row: Mapping[str, Any]) -> Figures:
    return Figures(key="", **{name: int(row[name] or 0) for name in SUMS})
