"""Consolidations: the list, one with its numbers, one number with the rows behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count

from dongvon.domain.documents.queries.attachments import content_of
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Computation, ComputationRow, Consolidation, Report, Round
from dongvon.domain.workplan.queries.cited import cited_of
from dongvon.domain.workplan.queries.city_report import Cited
from dongvon.domain.workplan.vocabulary import ComputationKind, ReportState


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsolidationRow:
    """One making of the city report."""

    id: UUID
    round: UUID
    round_title: str
    plan_title: str
    number: int
    reports: int
    content_hash: str
    paper: UUID
    workbook: UUID
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsolidationPage:
    """A making with its numbers, by kind."""

    row: ConsolidationRow
    cited: tuple[tuple[str, tuple[Cited, ...]], ...]

    @property
    def paper(self) -> UUID:
        """The .docx."""
        return self.row.paper

    @property
    def workbook(self) -> UUID:
        """The .xlsx."""
        return self.row.workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """What one unit contributed to a number."""

    unit: UUID
    full_name: str
    value: Decimal | None
    note: str
    report: UUID | None
    submission: UUID | None
    number: int
    submitted_at: datetime | None
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputationPage:
    """A number, where it is printed, and the rows behind it."""

    cited: Cited
    kind: str
    clause_code: str
    definition: str
    consolidation: ConsolidationRow
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundToConsolidate:
    """A round that has accepted reports."""

    id: UUID
    title: str
    plan_title: str
    kind: str
    year: int
    due_at: datetime
    accepted: int
    made: int


def rounds_to_consolidate() -> list[RoundToConsolidate]:
    """Rounds of which a city report can be made, the latest first."""
    reports = Report.objects.filter(state=ReportState.ACCEPTED)
    accepted: dict[UUID, int] = dict(reports.values_list("round").annotate(Count("pk")))
    made: dict[UUID, int] = dict(Consolidation.objects.order_by("number").values_list("round", "number"))
    rounds = Round.objects.filter(pk__in=list(accepted)).select_related("plan").order_by("-due_at")
    return [
        RoundToConsolidate(
            id=row.pk,
            title=row.title,
            plan_title=row.plan.title,
            kind=row.kind,
            year=row.year,
            due_at=row.due_at,
            accepted=accepted[row.pk],
            made=made.get(row.pk, 0),
        )
        for row in rounds
    ]


def consolidations(*, round_: UUID | None = None) -> list[ConsolidationRow]:
    """Every making, the latest first."""
    found = Consolidation.objects.select_related("round__plan").order_by("-made_at", "-number")
    return _rows(found if round_ is None else found.filter(round=round_))


def consolidation_page(id_: UUID) -> ConsolidationPage | None:
    """One making; None for one that the asker may not see."""
    row = next(iter(_rows(Consolidation.objects.filter(pk=id_).select_related("round__plan"))), None)
    if row is None:
        return None
    rows = list(Computation.objects.filter(consolidation=id_).select_related("slot").order_by("number"))
    by_kind = tuple(
        (kind.value, tuple(cited_of(each) for each in rows if each.kind == kind)) for kind in ComputationKind
    )
    return ConsolidationPage(row=row, cited=by_kind)


def consolidation_files(id_: UUID) -> list[tuple[str, bytes]]:
    """The paper and the annex workbook of a making, by file name."""
    made = Consolidation.objects.select_related("paper", "workbook").get(pk=id_)
    return [(file.file_name, content_of(file.pk)) for file in (made.paper, made.workbook)]


def computation_page(id_: UUID, *, on: date) -> ComputationPage | None:
    """One number with its rows, units by name; None for one that the asker may not see."""
    found = Computation.objects.filter(pk=id_).select_related("slot", "clause", "consolidation__round__plan").first()
    if found is None:
        return None
    return ComputationPage(
        cited=cited_of(found),
        kind=found.kind,
        clause_code=found.clause.code if found.clause else "",
        definition=found.slot.definition if found.slot else "",
        consolidation=_rows([found.consolidation])[0],
        rows=_sources(found, on=on),
    )


def _sources(computation: Computation, *, on: date) -> tuple[SourceRow, ...]:
    rows = list(
        ComputationRow.objects.filter(computation=computation).select_related("submission").defer("submission__content")
    )
    units = units_by_id([row.unit_id for row in rows], on=on)
    sources = [
        SourceRow(
            unit=row.unit_id,
            full_name=units[row.unit_id].full_name,
            value=None if row.value is None else row.value / computation.multiplier,
            note=row.note,
            report=row.submission.report_id if row.submission else None,
            submission=row.submission_id,
            number=row.submission.number if row.submission else 0,
            submitted_at=row.submission.submitted_at if row.submission else None,
            content_hash=row.submission.content_hash if row.submission else "",
        )
        for row in rows
    ]
    return tuple(sorted(sources, key=lambda row: row.full_name))


def _rows(found: Iterable[Consolidation]) -> list[ConsolidationRow]:
    rows = list(found)
    people = names_of(row.made_by_id for row in rows if row.made_by_id)
    return [
        ConsolidationRow(
            id=row.pk,
            round=row.round_id,
            round_title=row.round.title,
            plan_title=row.round.plan.title,
            number=row.number,
            reports=row.reports,
            content_hash=row.content_hash,
            paper=row.paper_id,
            workbook=row.workbook_id,
            made_by=people.get(row.made_by_id, "") if row.made_by_id else "",
            made_at=row.made_at,
        )
        for row in rows
    ]
