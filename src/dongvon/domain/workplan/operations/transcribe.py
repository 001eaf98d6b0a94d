"""Transcribe: put down a whole report in one act, as it came on paper or in a file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Entry, Evidence, Report
from dongvon.domain.workplan.operations.fill import fill
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.reporting import WRITERS, NotOwed, advance, held_for_writing
from dongvon.domain.workplan.operations.submit import MovedOn
from dongvon.domain.workplan.queries.report_words import owed_clauses
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.domain.workplan.rules.links import checked_link
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import ConcernKind, EntryStatus, Filled
from dongvon.kernel.text import clean


@dataclass(frozen=True, kw_only=True)
class SaidEntry:
    """What the report says about one clause; `link` is the address of the evidence, where there is one."""

    clause: UUID
    status: EntryStatus
    narrative: str
    assessment: str = ""
    link: str = ""
    link_title: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidConcern:
    """A difficulty or a proposal of the report."""

    kind: ConcernKind
    text: str
    clause: UUID | None = None


@operation(allowed=WRITERS)
def transcribe(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    report: UUID,
    expects: int,
    entries: tuple[SaidEntry, ...],
    figures: tuple[Filled, ...] = (),
    concerns: tuple[SaidConcern, ...] = (),
) -> int:
    """Store everything and return the report's new edition; what is not mentioned stays as it is.

    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked, MovedOn, NotOwed, NotALink, and what filling figures
    and raising concerns refuse.
    """
    found = held_for_writing(report, by=by, at=at)
    if found.edition != expects:
        raise MovedOn
    _check_owed(found, entries)
    edition = advance(found, by=by, at=at)
    _store_entries(found, entries, edition=edition, by=by, at=at)
    _store_evidence(found, entries, by=by, at=at)
    fill(key=key, by=by, at=at, report=report, expects=edition, figures=figures)
    for concern in concerns:
        _raise(found, concern, key=key, by=by, at=at)
    return edition_of(report)


def _check_owed(report: Report, entries: tuple[SaidEntry, ...]) -> None:
    owed = set(owed_clauses(report.round_id, report.reporter_id).values_list("pk", flat=True))
    if {entry.clause for entry in entries} - owed:
        raise NotOwed


def _store_entries(report: Report, entries: tuple[SaidEntry, ...], *, edition: int, by: Actor, at: datetime) -> None:
    Entry.objects.bulk_create(
        [
            Entry(
                report=report,
                clause_id=entry.clause,
                status=EntryStatus(entry.status),
                narrative=tidy(entry.narrative),
                assessment=tidy(entry.assessment),
                edition=edition,
                changed_by_id=by.person,
                changed_at=at,
            )
            for entry in entries
        ],
        update_conflicts=True,
        unique_fields=["report", "clause"],
        update_fields=["status", "narrative", "assessment", "edition", "changed_by", "changed_at"],
    )


def _store_evidence(report: Report, entries: tuple[SaidEntry, ...], *, by: Actor, at: datetime) -> None:
    known = set(Evidence.objects.filter(report=report).exclude(link="").values_list("clause", "link"))
    Evidence.objects.bulk_create(
        Evidence(
            report=report,
            clause_id=entry.clause,
            title=(clean(entry.link_title) or link)[:300],
            link=link,
            changed_by_id=by.person,
            changed_at=at,
        )
        for entry in entries
        for link in [checked_link(entry.link) if entry.link.strip() else ""]
        if link and (entry.clause, link) not in known
    )


def _raise(report: Report, concern: SaidConcern, *, key: UUID, by: Actor, at: datetime) -> None:
    raise_concern(
        key=key,
        by=by,
        at=at,
        plan=report.round.plan_id,
        unit=report.reporter_id,
        kind=concern.kind,
        text=concern.text,
        clause=concern.clause,
        report=report.pk,
    )
