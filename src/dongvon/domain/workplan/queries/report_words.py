"""What a report says at this moment, whole and in the order of the plan."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.workplan.models import (
    Clause,
    Concern,
    Entry,
    Evidence,
    Figure,
    Obligation,
    Report,
    Slot,
)
from dongvon.domain.workplan.rules.content import (
    ConcernWords,
    EntryWords,
    EvidenceWords,
    FigureWords,
    ReportWords,
)
from dongvon.domain.workplan.vocabulary import EntryStatus


def words_of(report: UUID, *, on: date) -> ReportWords | None:
    """The words of a report, the unit named as on the day given; None for a report the asker may not see."""
    found = Report.objects.filter(pk=report).select_related("round").first()
    if found is None:
        return None
    reporter = units_by_id([found.reporter_id], on=on)[found.reporter_id]
    return ReportWords(
        report=found.pk,
        round=found.round_id,
        round_title=found.round.title,
        reporter=found.reporter_id,
        reporter_name=reporter.full_name,
        entries=_entries(found, body=reporter.body),
        concerns=_concerns(found),
    )


def owed_clauses(round: UUID, reporter: UUID) -> QuerySet[Clause]:
    """The clauses that a unit answers in a round, in the order of the plan; waived ones are not among them."""
    owed = Obligation.objects.filter(round=round, reporter=reporter, waiver=None)
    return Clause.objects.filter(pk__in=owed.values("clause")).order_by("ordinal")


def slots_of(clauses: Iterable[UUID], *, body: str) -> QuerySet[Slot]:
    """The slots that a reporter of this body fills under these clauses, in order."""
    asked = Slot.objects.filter(Q(bodies=[]) | Q(bodies__contains=[body]), clause__in=list(clauses))
    return asked.order_by("clause__ordinal", "position", "code")


def _entries(report: Report, *, body: str) -> tuple[EntryWords, ...]:
    clauses = list(owed_clauses(report.round_id, report.reporter_id))
    entries = {entry.clause_id: entry for entry in Entry.objects.filter(report=report)}
    figures = _figures(report, clauses=[clause.pk for clause in clauses], body=body)
    evidence = _evidence(report)
    return tuple(
        _entry(clause, entries.get(clause.pk), figures=figures[clause.pk], evidence=evidence[clause.pk])
        for clause in clauses
    )


def _entry(
    clause: Clause, entry: Entry | None, *, figures: list[FigureWords], evidence: list[EvidenceWords]
) -> EntryWords:
    return EntryWords(
        clause=clause.pk,
        code=clause.code,
        text=clause.text,
        status=entry.status if entry else EntryStatus.NOT_STARTED.value,
        narrative=entry.narrative if entry else "",
        assessment=entry.assessment if entry else "",
        figures=tuple(figures),
        evidence=tuple(evidence),
    )


def _figures(report: Report, *, clauses: list[UUID], body: str) -> dict[UUID, list[FigureWords]]:
    filled = {figure.slot_id: figure for figure in Figure.objects.filter(report=report)}
    found: dict[UUID, list[FigureWords]] = defaultdict(list)
    for slot in slots_of(clauses, body=body):
        found[slot.clause_id].append(_figure(slot, filled.get(slot.pk)))
    return found


def _figure(slot: Slot, figure: Figure | None) -> FigureWords:
    return FigureWords(
        slot=slot.pk,
        code=slot.code,
        name=slot.name,
        unit_of_measure=slot.unit_of_measure,
        kind=slot.kind,
        multiplier=slot.multiplier,
        value=figure.value if figure else None,
        no_data_reason=figure.no_data_reason if figure else "",
    )


def _evidence(report: Report) -> dict[UUID, list[EvidenceWords]]:
    rows = Evidence.objects.filter(report=report).order_by("changed_at", "id")
    found: dict[UUID, list[EvidenceWords]] = defaultdict(list)
    for row in rows.select_related("attachment"):
        found[row.clause_id].append(
            EvidenceWords(
                id=row.pk,
                title=row.title,
                attachment=row.attachment_id,
                file_name=row.attachment.file_name if row.attachment else "",
                content_hash=row.attachment.content_hash if row.attachment else "",
                link=row.link,
            )
        )
    return found


def _concerns(report: Report) -> tuple[ConcernWords, ...]:
    rows = Concern.objects.filter(report=report, withdrawn_at=None).annotate(code=F("clause__code"))
    return tuple(
        ConcernWords(id=row["id"], kind=row["kind"], text=row["text"], clause=row["code"] or "")
        for row in rows.order_by("raised_at", "id").values("id", "kind", "text", "code")
    )
