"""Write down whom a meeting of the group found fit, as a list for the commune and the bank (03/TD)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.queries.meetings import MeetingRow, meeting
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.models import Application, RequestList, Screening
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NoAppraisalMeeting(Refusal):
    """Requests are appraised in a meeting called for that, with its minutes closed."""

    text = "Chỉ lập được danh sách từ cuộc họp bình xét của tổ đã chốt biên bản."
    field = "meeting"


class NotVotedFor(Refusal):
    """The meeting did not carry every request on the list."""

    text = "Có {count} hồ sơ chưa được cuộc họp biểu quyết thông qua. Hãy bỏ các hồ sơ đó khỏi danh sách."


class MixedList(Refusal):
    """One list is of one group and one programme."""

    text = "Một danh sách 03/TD chỉ gồm hồ sơ của một tổ và một chương trình."


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What the meeting found fair for one request."""

    application: UUID
    amount: int
    term_months: int


@operation(allowed={Role.GROUP_LEADER, Role.SYSTEM})
def screen(*, key: UUID, by: Actor, at: datetime, meeting_id: UUID, lines: tuple[Screened, ...]) -> UUID:
    """Make the list of requests that the meeting carried; gives the list.

    Refuses NoAppraisalMeeting, MixedList, NotVotedFor, StepTaken, SamePerson.
    """
    held = meeting(meeting_id)
    if held is None or held.kind is not MeetingKind.APPRAISAL or not held.closed:
        raise NoAppraisalMeeting
    on = at.astimezone(VIETNAM).date()
    rows = hold([line.application for line in lines], step=Step.SCREEN, on=on)
    if {row.group_id for row in rows} != {held.group} or len({row.programme_id for row in rows}) != 1:
        raise MixedList
    made = RequestList.objects.create(
        group_id=held.group,
        programme_id=rows[0].programme_id,
        meeting=held.id,
        held_on=held.held_on,
        made_by=by.person,
        made_at=at,
    )
    _demand_carried(rows, held)
    found = {line.application: line for line in lines}
    for row in rows:
        _keep(made, row, found[row.id], held, by=by, at=at)
    return made.id


def _demand_carried(rows: list[Application], held: MeetingRow) -> None:
    carried = {motion.about for motion in held.motions if motion.carried}
    unheard = [row for row in rows if row.id not in carried]
    if unheard:
        raise NotVotedFor(count=len(unheard))


def _keep(made: RequestList, row: Application, line: Screened, held: MeetingRow, *, by: Actor, at: datetime) -> None:
    demand_another(row, by, signs="screened_by")
    Screening.objects.create(
        application=row,
        request_list=made,
        person=by.person,
        acted_at=at,
        amount=line.amount,
        term_months=line.term_months,
        in_favour=next(motion.in_favour for motion in held.motions if motion.carried and motion.about == row.id),
        present=len(held.present),
    )
    advance(row, Stage.SCREENED, at=at, screened_by=by.person, amount=line.amount, term_months=line.term_months)
