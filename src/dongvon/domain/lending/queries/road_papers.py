"""The lists and notices that travel on the road: what a group asked for (03/TD), and what the bank answered (04/TD)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dongvon.domain.lending.models import Decline, RequestList, ResultNotice, Screening
from dongvon.domain.lending.queries.applications import FileRow, files_by_id
from dongvon.domain.people.queries.search import people_by_id
from dongvon.kernel.clock import VIETNAM


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One member on a list; the number shows its last digits only."""

    file: FileRow
    birth: str
    masked_number: str
    amount: int
    term_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A group's list of one programme from one meeting."""

    id: UUID
    held_on: date
    made_at: datetime
    programme: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One request the bank decided; `reason` says why not, where it was refused."""

    file: FileRow
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """What one commune is told by one notice."""

    id: UUID
    unit: UUID
    place: str
    sent_at: datetime
    disburse_on: date
    venue: str
    lines: tuple[AnswerLine, ...]


def lists_of_group(group: UUID, *, limit: int = 30) -> list[tuple[UUID, date, str]]:
    """The lists a group made, the latest first: identifier, day of the meeting, programme."""
    found = RequestList.objects.filter(group=group).select_related("programme").order_by("-held_on", "-made_at")
    return [(row.id, row.held_on, row.programme.name) for row in found[:limit]]


def list_sheet(id_: UUID) -> ListSheet | None:
    """A list whole; None when it is out of sight."""
    found = RequestList.objects.select_related("programme").filter(id=id_).first()
    if found is None:
        return None
    screened = list(Screening.objects.filter(request_list=found).order_by("acted_at", "id"))
    files = files_by_id((each.application_id for each in screened), on=found.held_on)
    people = people_by_id([row.borrower for row in files.values()])
    lines = []
    for each in screened:
        row = files[each.application_id]
        person = people.get(row.borrower)
        lines.append(
            ListLine(
                file=row,
                birth=person.birth if person else "",
                masked_number=person.masked_number if person else "",
                amount=each.amount,
                term_months=each.term_months,
            )
        )
    return ListSheet(
        id=found.id, held_on=found.held_on, made_at=found.made_at, programme=found.programme.name, lines=tuple(lines)
    )


def answer_sheet(id_: UUID) -> AnswerSheet | None:
    """A notice whole; None when it is out of sight."""
    found = ResultNotice.objects.filter(id=id_).first()
    if found is None:
        return None
    told = list(found.lines.values_list("application_id", flat=True))
    reasons = dict(
        Decline.objects.filter(application__in=told).order_by("acted_at").values_list("application", "reason")
    )
    files = files_by_id(told, on=found.sent_at.astimezone(VIETNAM).date())
    rows = sorted(files.values(), key=lambda row: (row.group_code, row.programme_name, row.borrower_name))
    return AnswerSheet(
        id=found.id,
        unit=found.unit_id,
        place=found.place_id,
        sent_at=found.sent_at,
        disburse_on=found.disburse_on,
        venue=found.venue,
        lines=tuple(AnswerLine(file=row, reason=reasons.get(row.id, "")) for row in rows),
    )
