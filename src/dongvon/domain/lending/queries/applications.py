"""Applications as desks and forms list them; frozen rows, as far as the asker may see them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import F, Q, QuerySet

from dongvon.domain.lending.models import Application, Intake
from dongvon.domain.lending.queries.conditions import key_of
from dongvon.domain.lending.queries.routes import RouteRow, route_of, routes, working_days
from dongvon.domain.lending.rules.road import next_step, step_after
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.kernel.calendar import WorkingDays

#: At which stages a file may wait for a step, by any route.
STAGES: Final[dict[Step, tuple[Stage, ...]]] = {
    Step.SCREEN: (Stage.REQUESTED,),
    Step.CONFIRM: (Stage.REQUESTED, Stage.SCREENED),
    Step.TAKE_IN: (Stage.REQUESTED, Stage.SCREENED, Stage.CONFIRMED),
    Step.APPRAISE: (Stage.RECEIVED,),
    Step.CONTROL: (Stage.APPRAISED,),
    Step.APPROVE: (Stage.CONTROLLED,),
    Step.NOTIFY: (Stage.APPROVED,),
    Step.SIGN: (Stage.NOTIFIED,),
    Step.HAND_OUT: (Stage.CONTRACTED,),
    Step.COMPLETE: (Stage.RETURNED,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One application on a list.

    `step` is what it waits for, `due_on` until when, `days_left` in working days; `then` is what follows.
    """

    id: UUID
    programme: UUID
    programme_key: str
    programme_name: str
    fund: str
    channel: str
    borrower: UUID
    borrower_name: str
    household: UUID
    hamlet: str
    place: str
    place_name: str
    unit: UUID
    group: UUID | None
    group_code: str
    leader_name: str
    organisation: str
    purpose: str
    amount: int
    own_capital: int
    approved: int | None
    term_months: int
    asked_on: date
    stage: str
    step: str
    then: str
    moved_at: datetime
    due_on: date | None
    days_left: int | None
    loan: UUID | None

    def late(self, *, on: date) -> bool:
        """Whether the step should have been taken by now."""
        return self.due_on is not None and self.due_on < on


def queue(steps: Collection[Step], *, on: date, limit: int = 300) -> list[FileRow]:
    """Files that wait for one of these steps, the most urgent first."""
    stages = {stage for step in steps for stage in STAGES[step]}
    found = listed_files(Application.objects.filter(stage__in=stages)).order_by(
        F("due_on").asc(nulls_last=True), "moved_at"
    )
    return [row for row in _rows(found[:limit], on=on) if row.step in steps]


def files_of_group(group: UUID, *, on: date, limit: int = 200) -> list[FileRow]:
    """All files of a group, the latest first."""
    return _rows(listed_files(Application.objects.filter(group=group)).order_by("-asked_at")[:limit], on=on)


def files_of_household(household: UUID, *, on: date) -> list[FileRow]:
    """All files of a household, the latest first."""
    return _rows(listed_files(Application.objects.filter(household=household)).order_by("-asked_at"), on=on)


def files_by_id(ids: Iterable[UUID], *, on: date) -> dict[UUID, FileRow]:
    """Files by identifier."""
    return {row.id: row for row in _rows(listed_files(Application.objects.filter(id__in=list(ids))), on=on)}


def purpose_of_loan(loan: UUID) -> str:
    """What a loan was asked for; nothing for one that came in another way."""
    return Application.objects.filter(loan=loan).values_list("purpose", flat=True).first() or ""


def untold(*, on: date) -> list[FileRow]:
    """Files decided at the bank of which the commune has not been told (04/TD)."""
    decided = Q(stage=Stage.APPROVED) | Q(stage=Stage.REFUSED, id__in=Intake.objects.values("application"))
    return _rows(
        listed_files(Application.objects.filter(decided, result_line=None)).order_by("place", "moved_at"), on=on
    )


def listed_files(found: QuerySet[Application]) -> QuerySet[Application]:
    """With what a row shows fetched along."""
    return found.select_related("programme", "borrower", "household", "place", "group__leader")


def _rows(found: Iterable[Application], *, on: date) -> list[FileRow]:
    rows, known = list(found), routes(on=on)
    week = working_days() if any(each.due_on for each in rows) else WorkingDays()
    return [row_of(each, known, week=week, on=on) for each in rows]


def row_of(each: Application, known: list[RouteRow], *, week: WorkingDays, on: date) -> FileRow:
    """One application as a row, under the routes of a day; its clock goes by the bank's `week`."""
    route = route_of(known, programme=each.programme_id, channel=Channel(each.channel))
    steps: Any = {"screened": route.screened, "confirmed": bool(route.forms)}
    step = next_step(Stage(each.stage), **steps)
    resumed = Stage(each.resumes_at) if each.resumes_at else None
    then = step_after(step, resumes_at=resumed, **steps) if step else None
    return FileRow(
        id=each.id,
        programme=each.programme_id,
        programme_key=key_of(each.programme.code, each.programme.variant),
        programme_name=each.programme.name,
        fund=each.fund,
        channel=each.channel,
        borrower=each.borrower_id,
        borrower_name=each.borrower.full_name,
        household=each.household_id,
        hamlet=each.household.hamlet,
        place=each.place_id,
        place_name=each.place.name,
        unit=each.unit_id,
        group=each.group_id,
        group_code=each.group.code if each.group else "",
        leader_name=each.group.leader.full_name if each.group else "",
        organisation=each.organisation,
        purpose=each.purpose,
        amount=each.amount,
        own_capital=each.own_capital,
        approved=each.approved,
        term_months=each.term_months,
        asked_on=each.asked_on,
        stage=each.stage,
        step=step.value if step else "",
        then=then.value if then else "",
        moved_at=each.moved_at,
        due_on=each.due_on,
        days_left=None if each.due_on is None else _left(each.due_on, week=week, on=on),
        loan=each.loan_id,
    )


def _left(due_on: date, *, week: WorkingDays, on: date) -> int:
    """Working days until `due_on`, less than none where it is past."""
    return week.count(on, until_on=due_on) if due_on >= on else -week.count(due_on, until_on=on)
