"""Plans as a list, and one plan as everybody reads it: who does what, by when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from dongvon.domain.workplan.models import Assignment, Citation, Clause, Doubt, Duty, Plan, Round, Target
from dongvon.domain.workplan.queries.mentions import Mentioned, mentioned

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan in a list; `open_doubts` counts what a draft still waits for, `blocking` those that hold it up."""

    id: UUID
    number: str
    title: str
    issuer: str
    issued_on: date | None
    first_year: int
    last_year: int
    state: str
    imported_at: datetime
    activated_at: datetime | None
    superseded_by: UUID | None
    clause_count: int = 0
    open_doubts: int = 0
    blocking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """A clause with whom it names in which role, when, and the numbers it sets."""

    id: UUID
    code: str
    text: str
    product: str
    timing_kind: str
    timing_text: str
    continues: UUID | None
    assignments: tuple[Mentioned, ...]
    targets: tuple["TargetRow", ...]

    def named(self, role: str) -> tuple[Mentioned, ...]:
        """Those named in one role, in the order of the text."""
        return tuple(each for each in self.assignments if each.role == role and not each.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """A number to reach."""

    text: str
    number: Decimal
    unit: str
    kind: str
    year: int | None
    clause_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group of clauses under its heading."""

    code: str
    heading: str
    clauses: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """What carrying out the plan asks besides the clauses; the day is that of yearly results, if any."""

    id: UUID
    code: str
    text: str
    report_day: int | None
    report_month: int | None
    report_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRow:
    """A legal document the plan stands on."""

    kind: str
    number: str
    title: str
    issued_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One occasion to report."""

    id: UUID
    kind: str
    year: int
    number: int
    title: str
    opens_at: datetime
    due_at: datetime
    grace_until: datetime
    locks_at: datetime
    locked_at: datetime | None
    withdrawn_at: datetime | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """One plan, whole."""

    plan: PlanRow
    groups: tuple[GroupRow, ...]
    duties: tuple[DutyRow, ...]
    citations: tuple[CitedRow, ...]
    rounds: tuple[RoundRow, ...]
    supersedes: tuple[PlanRow, ...]
    superseded_by: PlanRow | None


_PLAN = (
    "id",
    "number",
    "title",
    "issuer",
    "issued_on",
    "first_year",
    "last_year",
    "state",
    "imported_at",
    "activated_at",
    "superseded_by",
)


def _number(rows: "QuerySet[Any]") -> Coalesce:
    """How many of a plan's rows there are; joined to it they would multiply each other."""
    counted = rows.filter(plan=OuterRef("pk")).order_by().values("plan").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


_COUNTS = {
    "clause_count": _number(Clause.objects.all()),
    "open_doubts": _number(Doubt.objects.filter(settled_at=None)),
    "blocking": _number(Doubt.objects.filter(settled_at=None, blocking=True)),
}
_ROUND = tuple(RoundRow.__slots__)


def plans() -> list[PlanRow]:
    """Every plan the asker may see: those in force first, then drafts, then those replaced."""
    rows = Plan.objects.annotate(**_COUNTS).order_by("state", "-imported_at").values(*_PLAN, *_COUNTS)
    return [PlanRow(**row) for row in rows]


def plan_row(plan: UUID) -> PlanRow | None:
    """One plan, or None where there is none for the asker."""
    row = Plan.objects.filter(pk=plan).annotate(**_COUNTS).values(*_PLAN, *_COUNTS).first()
    return PlanRow(**row) if row else None


def plan_in_force() -> PlanRow | None:
    """The plan that most recently came into force."""
    row = Plan.objects.filter(state="active").order_by("-activated_at").values(*_PLAN).first()
    return PlanRow(**row) if row else None


def plan_page(plan: UUID, *, on: date) -> PlanPage | None:
    """One plan, whole, in eight statements; units are called as on the day given."""
    row = plan_row(plan)
    if row is None:
        return None
    others = Plan.objects.filter(Q(superseded_by=plan) | Q(pk=row.superseded_by)).values(*_PLAN)
    lineage = {other["id"]: PlanRow(**other) for other in others}
    return PlanPage(
        plan=row,
        groups=groups_of(plan, on=on),
        duties=duties_of(plan),
        citations=tuple(
            CitedRow(**cited)
            for cited in Citation.objects.filter(plan=plan)
            .order_by("ordinal")
            .values("kind", "number", "title", "issued_on")
        ),
        rounds=tuple(rounds_of(plan)),
        supersedes=tuple(other for other in lineage.values() if other.superseded_by == plan),
        superseded_by=lineage.get(row.superseded_by) if row.superseded_by else None,
    )


def rounds_of(plan: UUID) -> list[RoundRow]:
    """The rounds of a plan by due moment, those withdrawn left out."""
    rows = Round.objects.filter(plan=plan, withdrawn_at=None).order_by("due_at", "kind").values(*_ROUND)
    return [RoundRow(**row) for row in rows]


def duties_of(plan: UUID) -> tuple[DutyRow, ...]:
    """What carrying out the plan asks."""
    columns = tuple(DutyRow.__slots__)
    return tuple(DutyRow(**row) for row in Duty.objects.filter(plan=plan).order_by("ordinal").values(*columns))


def groups_of(plan: UUID, *, on: date) -> tuple[GroupRow, ...]:
    """The clauses of a plan under their groups, in the order of the text."""
    assignments = Assignment.objects.filter(plan=plan, clause__isnull=False).order_by("ordinal")
    named = mentioned(assignments, on=on)
    targets = _targets(plan)
    found: dict[tuple[str, str], list[ClauseRow]] = defaultdict(list)
    for row in Clause.objects.filter(plan=plan).select_related("group").order_by("ordinal"):
        group = (row.group.code, row.group.heading) if row.group else ("", "")
        found[group].append(_clause(row, named=named.get(row.pk, ()), targets=targets.get(row.pk, ())))
    return tuple(GroupRow(code=code, heading=heading, clauses=tuple(each)) for (code, heading), each in found.items())


def _clause(row: Clause, *, named: tuple[Mentioned, ...], targets: tuple[TargetRow, ...]) -> ClauseRow:
    return ClauseRow(
        id=row.pk,
        code=row.code,
        text=row.text,
        product=row.product,
        timing_kind=row.timing_kind,
        timing_text=row.timing_text,
        continues=row.continues_id,
        assignments=named,
        targets=targets,
    )


def _targets(plan: UUID) -> dict[UUID | None, tuple[TargetRow, ...]]:
    found: dict[UUID | None, list[TargetRow]] = defaultdict(list)
    for row in Target.objects.filter(plan=plan).select_related("clause").order_by("ordinal"):
        found[row.clause_id].append(
            TargetRow(
                text=row.text,
                number=row.number,
                unit=row.unit,
                kind=row.kind,
                year=row.year,
                clause_code=row.clause.code if row.clause else "",
            )
        )
    return {clause: tuple(each) for clause, each in found.items()}
