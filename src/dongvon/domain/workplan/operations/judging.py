"""What accepting and returning ask first: the submission that waits for a verdict."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.workplan.models import Report, Submission
from dongvon.domain.workplan.operations.reporting import check_not_locked, held
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.refusals import Refusal


class NotWaiting(Refusal):
    """The report is not in the branch's hands."""

    text = "Báo cáo này không còn chờ duyệt (có thể đã được trả lại hoặc chấp nhận); đề nghị tải lại hàng chờ."


def awaiting_verdict(report: UUID, *, at: datetime) -> tuple[Report, Submission]:
    """The report, held, and what was handed in last. Refuses UnknownReport, NotWaiting, PeriodLocked."""
    found = held(report)
    if found.state != ReportState.SUBMITTED:
        raise NotWaiting
    check_not_locked(found, at=at)
    return found, Submission.objects.filter(report=found).latest("number")
