"""Write what a report says about one clause, unless somebody else wrote it meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Entry
from dongvon.domain.workplan.operations.reporting import (
    WRITERS,
    advance,
    check_owed,
    held_for_writing,
    local,
)
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import EntryStatus
from dongvon.kernel.refusals import Refusal


@dataclass(frozen=True, kw_only=True)
class EntryVersion:
    """The words of one entry, as one of two people has them."""

    status: str
    narrative: str
    assessment: str


class ChangedMeanwhile(Refusal):
    """Somebody else wrote the same entry after this writer opened it; carries `mine`, `theirs` and `edition`."""

    text = "{who} đã sửa nội dung này lúc {changed_at}, sau khi bạn mở trang. Hãy so sánh hai bản rồi chọn bản giữ lại."


@operation(allowed=WRITERS)
def write(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    report: UUID,
    clause: UUID,
    expects: int,
    status: EntryStatus,
    narrative: str,
    assessment: str = "",
) -> int:
    """Store the entry and return the report's new edition; `expects` is the edition the writer had before the eyes.

    Writing what is there already changes nothing and returns the edition as it is.
    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked, NotOwed, ChangedMeanwhile.
    """
    mine = EntryVersion(status=EntryStatus(status), narrative=tidy(narrative), assessment=tidy(assessment))
    found = held_for_writing(report, by=by, at=at)
    check_owed(found, clause)
    entry = Entry.objects.filter(report=found, clause=clause).first()
    if entry is not None and _version(entry) == mine:
        return found.edition
    _check_unchanged(entry, expects=expects, mine=mine)
    edition = advance(found, by=by, at=at)
    Entry.objects.update_or_create(
        report=found,
        clause_id=clause,
        defaults={
            "status": mine.status,
            "narrative": mine.narrative,
            "assessment": mine.assessment,
            "edition": edition,
            "changed_by_id": by.person,
            "changed_at": at,
        },
    )
    return edition


def _check_unchanged(entry: Entry | None, *, expects: int, mine: EntryVersion) -> None:
    if entry is None or entry.edition <= expects:
        return
    raise ChangedMeanwhile(
        mine=mine,
        theirs=_version(entry),
        edition=entry.edition,
        who=names_of([entry.changed_by_id])[entry.changed_by_id],
        changed_at=local(entry.changed_at),
    )


def _version(entry: Entry) -> EntryVersion:
    return EntryVersion(status=entry.status, narrative=entry.narrative, assessment=entry.assessment)
