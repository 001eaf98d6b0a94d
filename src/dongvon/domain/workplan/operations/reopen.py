"""Reopen an accepted report, for a reason, until a day; what was accepted stays readable."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Acceptance, Reopening
from dongvon.domain.workplan.operations.reporting import advance, held
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.calendar import end_of
from dongvon.kernel.refusals import Refusal


class NotAccepted(Refusal):
    """Only an accepted report is reopened."""

    text = "Báo cáo chưa được chấp nhận nên không cần mở lại."


class ReasonNeeded(Refusal):
    """A reopening states why."""

    text = "Đề nghị nêu lý do mở lại báo cáo."
    field = "reason"


class DayPassed(Refusal):
    """The last day lies in the past."""

    text = "Ngày cuối được sửa ({until}) đã qua; đề nghị chọn ngày sau."
    field = "until_on"


@operation(allowed={Role.BRANCH_DIRECTOR})
def reopen(*, key: UUID, by: Actor, at: datetime, report: UUID, reason: str, until_on: date) -> UUID:
    """The id of the reopening; the unit may write until 24:00 of `until_on`, even in a locked round.

    Refuses UnknownReport, NotAccepted, ReasonNeeded, DayPassed.
    """
    found = held(report)
    if found.state != ReportState.ACCEPTED:
        raise NotAccepted
    if not tidy(reason):
        raise ReasonNeeded
    if end_of(until_on) <= at:
        raise DayPassed(until=f"{until_on:%d/%m/%Y}")
    made = Reopening.objects.create(
        report=found,
        acceptance=Acceptance.objects.filter(submission__report=found).latest("submission__number"),
        reason=tidy(reason),
        open_until=end_of(until_on),
        reopened_by_id=by.person,
        reopened_at=at,
    )
    advance(found, by=by, at=at, state=ReportState.DRAFT)
    return made.pk
