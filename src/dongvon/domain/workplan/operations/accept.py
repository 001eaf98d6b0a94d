"""Accept: the branch takes a report, bound by the hash of what it read."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Acceptance
from dongvon.domain.workplan.operations.judging import awaiting_verdict
from dongvon.domain.workplan.operations.reporting import BRANCH, advance
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.refusals import Refusal


class OtherContent(Refusal):
    """What was read is not what was handed in last."""

    text = "Báo cáo đã được nộp lại sau khi bạn mở; đề nghị đọc bản mới nhất rồi chấp nhận."


class OwnSubmission(Refusal):
    """Who handed the report in may not accept it."""

    text = "Bạn là người đã nộp báo cáo này nên không được chấp nhận; đề nghị người khác của chi nhánh xem xét."


@operation(allowed=BRANCH)
def accept(*, key: UUID, by: Actor, at: datetime, report: UUID, content_hash: str, note: str = "") -> UUID:
    """The id of the acceptance; `content_hash` is that of the version the reader had before the eyes.

    Refuses UnknownReport, NotWaiting, PeriodLocked, OtherContent, OwnSubmission.
    """
    found, submission = awaiting_verdict(report, at=at)
    if submission.content_hash != content_hash:
        raise OtherContent
    if submission.submitted_by_id == by.person:
        raise OwnSubmission
    made = Acceptance.objects.create(
        submission=submission,
        content_hash=content_hash,
        note=tidy(note),
        submitted_by_id=submission.submitted_by_id,
        accepted_by_id=by.person,
        accepted_at=at,
    )
    advance(found, by=by, at=at, state=ReportState.ACCEPTED)
    return made.pk
