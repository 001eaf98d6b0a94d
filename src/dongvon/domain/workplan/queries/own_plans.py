"""The units' own plans for carrying out the city's."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.workplan.models import Clause, ImplementationPlan, Obligation, OwnTask


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTaskRow:
    """A line of a unit's own plan."""

    clause: UUID
    clause_code: str
    text: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlanRow:
    """A unit's own plan, sent or still owed."""

    id: UUID
    plan: UUID
    unit: UnitRow
    number: str
    issued_on: date | None
    file_name: str
    due_at: datetime | None
    sent_at: datetime | None
    late: bool
    lines: int


_COLUMNS = ("id", "plan", "number", "issued_on", "file_name", "due_at", "sent_at", "late")


def own_plans(plan: UUID, *, on: date) -> list[OwnPlanRow]:
    """Every unit's own plan under a plan, those still owed first."""
    found = ImplementationPlan.objects.filter(plan=plan).annotate(lines=Count("tasks"))
    rows = list(found.values(*_COLUMNS, "unit", "lines"))
    units = units_by_id({row["unit"] for row in rows}, on=on)
    own = [OwnPlanRow(**(row | {"unit": units[row["unit"]]})) for row in rows]
    return sorted(own, key=lambda row: (row.sent_at is not None, row.unit.level, row.unit.code))


def own_plan(plan: UUID, *, unit: UUID, on: date) -> OwnPlanRow | None:
    """One unit's own plan, or None where it owes none."""
    return next((row for row in own_plans(plan, on=on) if row.unit.id == unit), None)


def own_plan_file(own: UUID) -> tuple[str, bytes] | None:
    """The file's name and contents, for whoever may see the unit's rows."""
    row = ImplementationPlan.objects.filter(pk=own, sent_at__isnull=False).values("file_name", "content").first()
    return (row["file_name"], bytes(row["content"] or b"")) if row else None


def own_tasks(own: UUID) -> list[OwnTaskRow]:
    """The lines of a unit's own plan, in its order."""
    rows = OwnTask.objects.filter(implementation_plan=own).order_by("ordinal")
    return [OwnTaskRow(**row) for row in rows.values("clause", "text", "due_on", clause_code=F("clause__code"))]


def clauses_of(unit: UUID, *, plan: UUID) -> list[tuple[UUID, str, str]]:
    """The clauses a reporting unit owes under a plan: id, code, text."""
    owed = Obligation.objects.filter(plan=plan, reporter=unit).values("clause").distinct()
    return list(Clause.objects.filter(pk__in=owed).order_by("ordinal").values_list("id", "code", "text"))
