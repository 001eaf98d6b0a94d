"""The review of a draft: what was written beside what was read, with every doubt."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Source
from dongvon.domain.workplan.queries.mentions import Mentioned, mentioned
from dongvon.domain.workplan.queries.plans import DutyRow, PlanRow, duties_of, plan_row


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """One place to look at; `number` counts all doubts of the plan in reading order."""

    id: UUID
    number: int
    code: str
    clause: UUID | None
    clause_code: str
    assignment: UUID | None
    line: int | None
    reason: str
    blocking: bool
    settled: bool
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedClause:
    """One clause: its lines of the source, and what was read from them."""

    id: UUID
    code: str
    text: str
    product: str
    first_line: int
    source: tuple[tuple[int, str], ...]
    timing_kind: str
    timing_text: str
    due_day: int | None
    due_month: int | None
    due_quarter: int | None
    due_year: int | None
    from_year: int | None
    to_year: int | None
    before: bool
    assignments: tuple[Mentioned, ...]
    doubts: tuple[DoubtRow, ...]

    @property
    def open_doubts(self) -> int:
        """How many still wait."""
        return sum(not doubt.settled for doubt in self.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A draft, whole; `others` are doubts about no clause."""

    plan: PlanRow
    file_name: str
    converted_from: str
    clauses: tuple[ReviewedClause, ...]
    duties: tuple[DutyRow, ...]
    others: tuple[DoubtRow, ...]
    open_doubts: tuple[DoubtRow, ...]


_CLAUSE = (
    "id",
    "code",
    "text",
    "product",
    "timing_kind",
    "timing_text",
    "due_day",
    "due_month",
    "due_quarter",
    "due_year",
    "from_year",
    "to_year",
    "before",
)


def review_of(plan: UUID, *, on: date) -> Review | None:
    """The review of a plan in seven statements, or None where there is none for the asker."""
    row = plan_row(plan)
    if row is None:
        return None
    source = Source.objects.filter(plan=plan).values("file_name", "converted_from", "lines").first()
    doubts = _doubts(plan)
    return Review(
        plan=row,
        file_name=source["file_name"] if source else "",
        converted_from=source["converted_from"] if source else "",
        clauses=_clauses(plan, lines=source["lines"] if source else [], doubts=doubts, on=on),
        duties=duties_of(plan),
        others=tuple(doubt for doubt in doubts if doubt.clause is None),
        open_doubts=tuple(doubt for doubt in doubts if not doubt.settled),
    )


def _doubts(plan: UUID) -> list[DoubtRow]:
    rows = Doubt.objects.filter(plan=plan).select_related("clause").order_by("ordinal")
    return [
        DoubtRow(
            id=row.pk,
            number=number,
            code=row.code,
            clause=row.clause_id,
            clause_code=row.clause.code if row.clause else "",
            assignment=row.assignment_id,
            line=row.line,
            reason=row.reason,
            blocking=row.blocking,
            settled=row.settled_at is not None,
            how=row.how,
        )
        for number, row in enumerate(rows, start=1)
    ]


def _clauses(plan: UUID, *, lines: list[str], doubts: list[DoubtRow], on: date) -> tuple[ReviewedClause, ...]:
    assignments = Assignment.objects.filter(plan=plan, clause__isnull=False).order_by("ordinal")
    named = mentioned(assignments, on=on)
    of: dict[UUID | None, list[DoubtRow]] = defaultdict(list)
    for doubt in doubts:
        of[doubt.clause].append(doubt)
    rows = Clause.objects.filter(plan=plan).order_by("ordinal").values(*_CLAUSE, "first_line", "last_line")
    return tuple(
        ReviewedClause(
            **{name: row[name] for name in _CLAUSE},
            first_line=row["first_line"] or 0,
            source=_excerpt(lines, first=row["first_line"], last=row["last_line"]),
            assignments=named.get(row["id"], ()),
            doubts=tuple(of[row["id"]]),
        )
        for row in rows
    )


def _excerpt(lines: list[str], *, first: int | None, last: int | None) -> tuple[tuple[int, str], ...]:
    """Numbered lines of the source, the empty ones left out."""
    if first is None:
        return ()
    chosen = enumerate(lines[first - 1 : last or first], start=first)
    return tuple((number, text) for number, text in chosen if text.strip())
