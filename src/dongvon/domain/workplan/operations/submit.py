"""Submit: the head of a unit hands its report in, or somebody above does so in its place."""

from datetime import datetime
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Max, Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Concern, Obligation, Report, Submission
from dongvon.domain.workplan.operations.reporting import (
    BRANCH,
    UnknownReport,
    advance,
    held_for_writing,
)
from dongvon.domain.workplan.queries.report_words import words_of
from dongvon.domain.workplan.rules.completeness import gaps
from dongvon.domain.workplan.rules.content import ReportWords, fingerprint, written
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class MovedOn(Refusal):
    """The report was written to after the submitter last saw it."""

    text = "Báo cáo vừa được sửa sau khi bạn mở trang này; đề nghị đọc lại rồi nộp."


class Incomplete(Refusal):
    """Something is missing; carries the `gaps`."""

    text = "Báo cáo còn thiếu {count} nội dung nên chưa nộp được: {first}. Đề nghị bổ sung các mục đã đánh dấu."


@operation(allowed=BRANCH | {Role.UNIT_HEAD})
def submit(*, key: UUID, by: Actor, at: datetime, report: UUID, expects: int) -> UUID:
    """Freeze the report as it was seen at edition `expects`, and meet the obligations it answers.

    Returns the id of the submission. An obligation met after its grace is late, for good.
    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked, MovedOn, Incomplete.
    """
    found = held_for_writing(report, by=by, at=at)
    if found.edition != expects:
        raise MovedOn
    words = words_of(report, on=at.astimezone(VIETNAM).date())
    if words is None:
        raise UnknownReport
    _check_complete(found, words)
    submission = _frozen(found, words, by=by, at=at)
    advance(found, by=by, at=at, state=ReportState.SUBMITTED)
    _meet(found, at=at)
    Concern.objects.filter(report=found, delivered_at=None, withdrawn_at=None).update(delivered_at=at)
    return submission.pk


def _check_complete(report: Report, words: ReportWords) -> None:
    owed = Obligation.objects.filter(
        round=report.round_id, reporter=report.reporter_id, waiver=None, evidence_owed=True
    )
    missing = [gap for gap in gaps(words, evidence_owed=set(owed.values_list("clause", flat=True))) if gap.blocks]
    if missing:
        codes = ", ".join(dict.fromkeys(gap.code for gap in missing))
        raise Incomplete(count=len(missing), first=f"nhiệm vụ {codes}", gaps=tuple(missing))


def _frozen(report: Report, words: ReportWords, *, by: Actor, at: datetime) -> Submission:
    assert by.unit is not None, "Whoever hands a report in acts for a unit."
    content = written(words)
    last = Submission.objects.filter(report=report).aggregate(last=Max("number"))["last"] or 0
    return Submission.objects.create(
        report=report,
        number=last + 1,
        content=content,
        content_hash=fingerprint(content),
        submitted_by_id=by.person,
        submitted_at=at,
        submitted_for_id=by.unit,
        on_behalf_of_id=report.reporter_id if by.unit != report.reporter_id else None,
    )


def _meet(report: Report, *, at: datetime) -> None:
    """One statement for all that the report answers; what was met before keeps its moment."""
    late = ExpressionWrapper(Q(late=True) | Q(grace_until__lt=at), output_field=BooleanField())
    Obligation.objects.filter(round=report.round_id, reporter=report.reporter_id, met_at=None, waiver=None).update(
        met_at=at, late=late
    )
