"""Inspections of groups, and what is still promised."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.groups.models import Inspection, Promise
from dongvon.domain.groups.vocabulary import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One matter as it was found."""

    matter: Matter
    in_order: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """What a board promised; `kept_on` once somebody saw it done."""

    id: UUID
    group: UUID
    group_code: str
    inspected_on: date
    text: str
    due_on: date
    kept_on: date | None
    seen: str

    def late(self, *, on: date) -> bool:
        """Whether it should have been kept by now."""
        return self.kept_on is None and self.due_on < on


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRow:
    """A visit with what it found; figures in đồng as of the day it was written down."""

    id: UUID
    group: UUID
    inspected_on: date
    team: str
    members: int
    outstanding: int
    overdue: int
    interest: int
    grade: str
    merits: str
    faults: str
    lines: tuple[LineRow, ...]
    promises: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectedGroup:
    """A group with the last visit of a year: how many matters were wrong, how much was promised and kept."""

    code: str
    leader_name: str
    inspected_on: date
    outstanding: int
    overdue: int
    wrong: int
    promises: int
    kept: int
    faults: str


def inspected_groups(year: int) -> list[InspectedGroup]:
    """Groups in sight to which somebody came in a year, by code."""
    last = Inspection.objects.filter(inspected_on__year=year).order_by("group", "-inspected_on", "-written_at")
    rows = Inspection.objects.filter(id__in=last.distinct("group").values("id")).select_related("group__leader")
    return [_inspected(row) for row in rows.prefetch_related("lines", "promises").order_by("group__code")]


def _inspected(row: Inspection) -> InspectedGroup:
    promises = row.promises.all()
    return InspectedGroup(
        code=row.group.code,
        leader_name=row.group.leader.full_name,
        inspected_on=row.inspected_on,
        outstanding=row.outstanding,
        overdue=row.overdue,
        wrong=sum(not line.in_order for line in row.lines.all()),
        promises=len(promises),
        kept=sum(each.kept_on is not None for each in promises),
        faults=row.faults,
    )


def inspection(id_: UUID) -> InspectionRow | None:
    """One visit; None when it is out of sight."""
    return next(iter(_rows(Inspection.objects.filter(id=id_))), None)


def inspections_of(group: UUID, *, limit: int = 12) -> list[InspectionRow]:
    """The latest visits to a group, the last one first."""
    return _rows(Inspection.objects.filter(group=group).order_by("-inspected_on", "-written_at")[:limit])


def promises_open(*, limit: int = 100) -> list[PromiseRow]:
    """What boards in sight promised and nobody saw kept, the most urgent first."""
    found = Promise.objects.filter(kept_on=None).select_related("inspection__group").order_by("due_on", "id")
    return [_promise(row) for row in found[:limit]]


def _rows(found: QuerySet[Inspection]) -> list[InspectionRow]:
    plain = [name for name in InspectionRow.__dataclass_fields__ if name not in ("lines", "promises", "group")]
    return [
        InspectionRow(
            **{name: getattr(row, name) for name in plain},
            group=row.group_id,
            lines=_lines(row),
            promises=tuple(_promise(each) for each in sorted(row.promises.all(), key=lambda each: each.due_on)),
        )
        for row in found.select_related("group").prefetch_related("lines", "promises__inspection__group")
    ]


def _lines(row: Inspection) -> tuple[LineRow, ...]:
    """In the order of the form."""
    found = {line.matter: line for line in row.lines.all()}
    return tuple(
        LineRow(matter=matter, in_order=found[matter].in_order, note=found[matter].note)
        for matter in Matter
        if matter in found
    )


def _promise(row: Promise) -> PromiseRow:
    visit = row.inspection
    return PromiseRow(
        id=row.id,
        group=visit.group_id,
        group_code=visit.group.code,
        inspected_on=visit.inspected_on,
        text=row.text,
        due_on=row.due_on,
        kept_on=row.kept_on,
        seen=row.seen,
    )
