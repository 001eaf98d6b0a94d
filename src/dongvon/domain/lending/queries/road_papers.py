"""The lists and notices that travel on the road: what a group asked for (03/TD), and what the bank answered (04/TD);
what was decided about one file, as its papers tell it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Min

from dongvon.domain.lending.models import (
    Application,
    Decline,
    Intake,
    Loan,
    Lot,
    RequestList,
    ResultNotice,
    Screening,
    Undertaking,
)
from dongvon.domain.lending.queries.applications import FileRow, files_by_id
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.people.vocabulary import ListKind
from dongvon.kernel.clock import VIETNAM


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One member on a list; the number shows its last digits only. `listed` are the public lists that named the
    household on the day of the meeting: that of the police is told to nobody here."""

    file: FileRow
    birth: str
    masked_number: str
    listed: tuple[ListKind, ...]
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
    """What one commune is told by one notice; `received` are the first and the last day of its files' intake."""

    id: UUID
    unit: UUID
    place: str
    sent_at: datetime
    disburse_on: date
    venue: str
    received: tuple[date, date] | None
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What happened to one file so far; nothing where it has not happened. `selected` is its place in the last draw."""

    received_on: date | None
    refused_for: str
    refused_by: str
    contract_number: str
    selected: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLine:
    """One request on a commune's list of homes to build."""

    file: FileRow
    masked_number: str
    grounds: tuple[str, ...]
    value: int


def decided(application: UUID) -> Decided:
    """What the papers of one file tell of it."""
    taken = Intake.objects.filter(application=application).order_by("-acted_at").values_list("acted_at", flat=True)
    said = Decline.objects.filter(application=application).values_list("reason", "article").first()
    loan = Loan.objects.filter(id__in=Application.objects.filter(id=application).values("loan"))
    lots = Lot.objects.filter(application=application).order_by("-lottery__drawn_at")
    received, (reason, article) = taken.first(), said or ("", "")
    return Decided(
        received_on=received.astimezone(VIETNAM).date() if received else None,
        refused_for=reason,
        refused_by=article,
        contract_number=loan.values_list("contract_number", flat=True).first() or "",
        selected=lots.values_list("selected", flat=True).first(),
    )


def home_lines(application: UUID, *, on: date) -> list[HomeLine]:
    """The files of one commune and programme that stand where this one stands, this one among them, by name."""
    own = Application.objects.get(id=application)
    beside = Application.objects.filter(programme=own.programme_id, place=own.place_id, stage=own.stage)
    files = files_by_id(beside.values_list("id", flat=True), on=on)
    people = people_by_id([row.borrower for row in files.values()])
    values = dict(Undertaking.objects.filter(application__in=files).values_list("application", "value"))
    grounds = dict(beside.values_list("id", "grounds"))
    return [
        HomeLine(
            file=row,
            masked_number=people[row.borrower].masked_number if row.borrower in people else "",
            grounds=tuple(grounds[row.id]),
            value=values.get(row.id, 0),
        )
        for row in sorted(files.values(), key=lambda row: row.borrower_name)
    ]


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
    kinds = _kinds(files.values(), on=found.held_on)
    lines = []
    for each in screened:
        row = files[each.application_id]
        person = people.get(row.borrower)
        lines.append(
            ListLine(
                file=row,
                birth=person.birth if person else "",
                masked_number=person.masked_number if person else "",
                listed=tuple(sorted(kinds.get(row.household, ()))),
                amount=each.amount,
                term_months=each.term_months,
            )
        )
    return ListSheet(
        id=found.id, held_on=found.held_on, made_at=found.made_at, programme=found.programme.name, lines=tuple(lines)
    )


def _kinds(files: Iterable[FileRow], *, on: date) -> dict[UUID, set[ListKind]]:
    """The lists that entitle, and that may be told in public, by household on a day."""
    found: dict[UUID, set[ListKind]] = defaultdict(set)
    for row in listed({each.household for each in files}, (), on=on):
        if (
            row.household
            and row.kind not in (ListKind.RELEASED, ListKind.UNABLE)
            and (row.until_on is None or on < row.until_on)
        ):
            found[row.household].add(row.kind)
    return found


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
        received=_received(told),
        lines=tuple(AnswerLine(file=row, reason=reasons.get(row.id, "")) for row in rows),
    )


def _received(applications: Iterable[UUID]) -> tuple[date, date] | None:
    taken = Intake.objects.filter(application__in=list(applications)).aggregate(Min("acted_at"), Max("acted_at"))
    days = [each.astimezone(VIETNAM).date() for each in taken.values() if each]
    return (min(days), max(days)) if days else None
