"""The review of a draft: what was written beside what was read, with every doubt."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Source
from dongvon.domain.workplan.queries.mentions import Mentioned, mentioned
from dongvon.domain.workplan.queries.plans import DutyRow, PlanRow, duties_of, plan_row

if TYPE_CHECKING:
    from django.db.models import QuerySet

#: Clauses on one page of the review: some fifteen pages of paper.
PAGE_SIZE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """One place to look at; `number` counts the doubts of the plan as read, `place` is its clause's (or -1)."""

    id: UUID
    number: int
    code: str
    clause: UUID | None
    clause_code: str
    place: int
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
    ordinal: int
    code: str
    text: str
    product: str
    first_line: int | None
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
    """One page of a draft; `others` are doubts about no clause, the first page's.

    `behind` and `ahead` are the nearest open doubts of the pages before and after.
    """

    plan: PlanRow
    page: int
    pages: int
    file_name: str
    converted_from: str
    clauses: tuple[ReviewedClause, ...]
    duties: tuple[DutyRow, ...]
    others: tuple[DoubtRow, ...]
    open_doubts: tuple[DoubtRow, ...]
    behind: DoubtRow | None
    ahead: DoubtRow | None


_CLAUSE = (
    "id",
    "ordinal",
    "code",
    "text",
    "product",
    "first_line",
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


def review_of(plan: UUID, *, on: date, page: int = 1) -> Review | None:
    """A page of the review in eight statements, or None where there is none for the asker."""
    row = plan_row(plan)
    if row is None:
        return None
    pages = max(1, -(-row.clause_count // PAGE_SIZE))
    page = min(max(1, page), pages)
    source = Source.objects.filter(plan=plan).values("file_name", "converted_from", "lines").first()
    doubts = _doubts(plan)
    waiting = tuple(doubt for doubt in doubts if not doubt.settled)
    first, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    shown = Clause.objects.filter(plan=plan).order_by("ordinal")[first:end]
    clauses = _clauses(shown, lines=source["lines"] if source else [], doubts=doubts, on=on)
    before, after = _beyond(clauses, page=page, doubts=waiting)
    return Review(
        plan=row,
        page=page,
        pages=pages,
        file_name=source["file_name"] if source else "",
        converted_from=source["converted_from"] if source else "",
        clauses=clauses,
        duties=duties_of(plan) if page == pages else (),
        others=tuple(doubt for doubt in doubts if doubt.clause is None) if page == 1 else (),
        open_doubts=waiting,
        behind=before[-1] if before else None,
        ahead=after[0] if after else None,
    )


def reviewed_clause(clause: UUID, *, on: date) -> ReviewedClause | None:
    """One clause of a draft, or None where there is none for the asker."""
    shown = Clause.objects.filter(pk=clause)
    plan = shown.values_list("plan", flat=True).first()
    source = Source.objects.filter(plan=plan).values_list("lines", flat=True).first()
    found = _clauses(shown, lines=source or [], doubts=_doubts(plan) if plan else [], on=on)
    return found[0] if found else None


def page_of(plan: UUID, *, code: str) -> int:
    """The page that has the clause of that code; the last, with the duties, where there is no such clause."""
    clauses = Clause.objects.filter(plan=plan)
    place = clauses.filter(code=code).values_list("ordinal", flat=True).first()
    before = clauses.filter(ordinal__lt=place).count() if place is not None else max(0, clauses.count() - 1)
    return before // PAGE_SIZE + 1


def _beyond(
    clauses: tuple[ReviewedClause, ...], *, page: int, doubts: tuple[DoubtRow, ...]
) -> tuple[list[DoubtRow], list[DoubtRow]]:
    """The doubts that stand before the page and those that stand after it."""
    first, last = (clauses[0].ordinal, clauses[-1].ordinal) if clauses else (0, 0)
    before = [doubt for doubt in doubts if page > 1 and doubt.place < first]
    return before, [doubt for doubt in doubts if doubt.place > last]


def _doubts(plan: UUID) -> list[DoubtRow]:
    rows = Doubt.objects.filter(plan=plan).select_related("clause").order_by("ordinal")
    return [
        DoubtRow(
            id=row.pk,
            number=number,
            code=row.code,
            clause=row.clause_id,
            clause_code=row.clause.code if row.clause else "",
            place=row.clause.ordinal if row.clause else -1,
            assignment=row.assignment_id,
            line=row.line,
            reason=row.reason,
            blocking=row.blocking,
            settled=row.settled_at is not None,
            how=row.how,
        )
        for number, row in enumerate(rows, start=1)
    ]


def _clauses(
    shown: "QuerySet[Clause]", *, lines: list[str], doubts: list[DoubtRow], on: date
) -> tuple[ReviewedClause, ...]:
    rows = list(shown.values(*_CLAUSE, "last_line"))
    ids = [row["id"] for row in rows]
    named = mentioned(Assignment.objects.filter(clause__in=ids).order_by("ordinal"), on=on)
    of: dict[UUID | None, list[DoubtRow]] = defaultdict(list)
    for doubt in doubts:
        of[doubt.clause].append(doubt)
    return tuple(
        ReviewedClause(
            **{name: row[name] for name in _CLAUSE},
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
