"""Everything the page of one report shows, read in a fixed number of statements."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Entry, Obligation, Return
from dongvon.domain.workplan.queries.report_words import words_of
from dongvon.domain.workplan.queries.reports import ReportRow, report_row
from dongvon.domain.workplan.queries.year_before import YearBefore, year_before
from dongvon.domain.workplan.rules.completeness import Gap as Gap  # part of what this query gives
from dongvon.domain.workplan.rules.completeness import gaps
from dongvon.domain.workplan.rules.content import ReportWords
from dongvon.domain.workplan.vocabulary import ReportState


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Why the report came back, in general and clause by clause."""

    comment: str
    remarks: dict[UUID, str]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Who wrote an entry last, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report as it stands; `writable` says whether its unit may still change it at that moment."""

    row: ReportRow
    words: ReportWords
    edition: int
    locks_at: datetime
    writable: bool
    evidence_owed: frozenset[UUID]
    gaps: tuple[Gap, ...]
    returned: Returned | None
    before: YearBefore
    touches: dict[UUID, Touch]

    @property
    def blocking(self) -> tuple[Gap, ...]:
        """What keeps the report from being handed in."""
        return tuple(gap for gap in self.gaps if gap.blocks)


def report_page(report: UUID, *, at: datetime, on: date) -> ReportPage | None:
    """The page of a report at a moment; None for one that the asker may not see."""
    row, words = report_row(report, on=on), words_of(report, on=on)
    if row is None or words is None:
        return None
    locks_at, edition = _lock(report)
    owed = _evidence_owed(row)
    return ReportPage(
        row=row,
        words=words,
        edition=edition,
        locks_at=locks_at,
        writable=row.state in (ReportState.DRAFT, ReportState.RETURNED) and at < locks_at,
        evidence_owed=owed,
        gaps=gaps(words, evidence_owed=owed),
        returned=_returned(report) if row.state == ReportState.RETURNED else None,
        before=year_before(report),
        touches=_touches(report),
    )


def _lock(report: UUID) -> tuple[datetime, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT workplan_report_locks_at(id), edition FROM workplan_report WHERE id = %s", [report])
        found: tuple[datetime, int] = cursor.fetchone()
    return found


def _evidence_owed(row: ReportRow) -> frozenset[UUID]:
    owed = Obligation.objects.filter(round=row.round, reporter=row.reporter, waiver=None, evidence_owed=True)
    return frozenset(owed.values_list("clause", flat=True))


def _returned(report: UUID) -> Returned | None:
    found = (
        Return.objects.filter(submission__report=report)
        .prefetch_related("remarks")
        .order_by("-submission__number")
        .first()
    )
    if found is None:
        return None
    return Returned(
        comment=found.comment,
        remarks={remark.clause_id: remark.text for remark in found.remarks.all()},
        by=names_of([found.returned_by_id]).get(found.returned_by_id, ""),
        at=found.returned_at,
    )


def _touches(report: UUID) -> dict[UUID, Touch]:
    rows = list(Entry.objects.filter(report=report).values_list("clause", "changed_by", "changed_at"))
    people = names_of(person for _, person, _ in rows)
    return {clause: Touch(by=people.get(person, ""), at=moment) for clause, person, moment in rows}
