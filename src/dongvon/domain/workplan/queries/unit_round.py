"""One unit in one round: every clause it owes there, and how each stands."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.workplan.models import Entry, Obligation, Report
from dongvon.domain.workplan.queries.plans import RoundRow, rounds_of
from dongvon.domain.workplan.queries.reliefs import ReliefRow, reliefs


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedRow:
    """One clause owed by one unit in the round."""

    id: UUID
    clause: UUID
    clause_code: str
    clause_text: str
    unit: UnitRow
    role: str
    evidence_owed: bool
    due_at: datetime
    met_at: datetime | None
    late: bool
    waived: bool
    extended: bool
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRound:
    """What a unit owes in a round, itself and for those that report through it."""

    unit: UnitRow
    plan: UUID
    round: RoundRow
    report: UUID | None
    report_state: str
    owed: tuple[OwedRow, ...]
    reliefs: tuple[ReliefRow, ...]


def unit_round(unit: UUID, *, round: UUID, on: date) -> UnitRound | None:
    """The drill-down behind a cell of the matrix, in six statements; None where nothing is owed or seen."""
    found = list(
        Obligation.objects.filter(Q(unit=unit) | Q(reporter=unit), round=round)
        .select_related("clause")
        .order_by("clause__ordinal", "unit__level", "unit__code")
    )
    if not found:
        return None
    reporter = unit if any(row.reporter_id == unit for row in found) else found[0].reporter_id
    report = Report.objects.filter(round=round, reporter=reporter).values("id", "state").first()
    statuses = dict(Entry.objects.filter(report=report["id"]).values_list("clause", "status")) if report else {}
    units = units_by_id({row.unit_id for row in found} | {unit}, on=on)
    plan = found[0].plan_id
    return UnitRound(
        unit=units[unit],
        plan=plan,
        round=next(each for each in rounds_of(plan) if each.id == round),
        report=report["id"] if report else None,
        report_state=report["state"] if report else "",
        owed=tuple(_row(row, unit=units[row.unit_id], statuses=statuses) for row in found),
        reliefs=tuple(reliefs(round=round, unit=reporter, on=on)),
    )


def _row(row: Obligation, *, unit: UnitRow, statuses: dict[UUID, str]) -> OwedRow:
    return OwedRow(
        id=row.pk,
        clause=row.clause_id,
        clause_code=row.clause.code,
        clause_text=row.clause.text,
        unit=unit,
        role=row.role,
        evidence_owed=row.evidence_owed,
        due_at=row.due_at,
        met_at=row.met_at,
        late=row.late,
        waived=row.waiver_id is not None,
        extended=row.extension_id is not None,
        status=statuses.get(row.clause_id, ""),
    )
