"""Ask that a unit be given longer in a round; another person decides."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Extension, Round
from dongvon.domain.workplan.operations.relieving import check_request
from dongvon.domain.workplan.vocabulary import ReliefState
from dongvon.kernel.calendar import end_of
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NotLonger(Refusal):
    """The new day is no later than the old one, or already over."""

    text = "Ngày gia hạn phải sau hạn hiện tại và chưa qua; đề nghị chọn ngày khác."
    field = "due_on"


@operation(allowed={Role.UNIT_HEAD, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
def extend(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    round: UUID,
    unit: UUID,
    clause: UUID | None,
    due_on: date,
    reason: str,
    document: str,
) -> UUID:
    """The request's id; `due_on` counts in. Refuses OnlyOwnUnit, ReasonMissing, NothingToRelieve, NotLonger."""
    check_request(by=by, round=round, unit=unit, clause=clause, reason=reason)
    if end_of(due_on) <= max(Round.objects.get(pk=round).due_at, at):
        raise NotLonger
    asked = Extension.objects.create(
        round_id=round,
        unit_id=unit,
        clause_id=clause,
        due_on=due_on,
        reason=clean(reason),
        document=clean(document),
        state=ReliefState.ASKED,
        asked_by_id=by.person,
        asked_at=at,
    )
    return asked.pk
