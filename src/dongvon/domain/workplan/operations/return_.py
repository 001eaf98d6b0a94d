"""Return: the branch hands a report back to its unit, saying what to mend."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Remark, Return
from dongvon.domain.workplan.operations.judging import awaiting_verdict
from dongvon.domain.workplan.operations.reporting import BRANCH, NotOwed, advance
from dongvon.domain.workplan.queries.report_words import owed_clauses
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.refusals import Refusal


class NothingToMend(Refusal):
    """A return without a word would leave the unit guessing."""

    text = "Trả lại báo cáo thì cần nêu lý do chung hoặc nhận xét ở ít nhất một nhiệm vụ."
    field = "comment"


@dataclass(frozen=True, kw_only=True)
class ClauseRemark:
    """What is to be mended in one clause."""

    clause: UUID
    text: str


@operation(allowed=BRANCH)
def return_(
    *, key: UUID, by: Actor, at: datetime, report: UUID, comment: str, remarks: tuple[ClauseRemark, ...] = ()
) -> UUID:
    """The id of the return; the unit may write again. Empty remarks are left out.

    Refuses UnknownReport, NotWaiting, PeriodLocked, NothingToMend, NotOwed.
    """
    found, submission = awaiting_verdict(report, at=at)
    said = {remark.clause: tidy(remark.text) for remark in remarks if tidy(remark.text)}
    if not said and not tidy(comment):
        raise NothingToMend
    if set(said) - set(owed_clauses(found.round_id, found.reporter_id).values_list("pk", flat=True)):
        raise NotOwed
    made = Return.objects.create(submission=submission, comment=tidy(comment), returned_by_id=by.person, returned_at=at)
    Remark.objects.bulk_create(Remark(verdict=made, clause_id=clause, text=text) for clause, text in said.items())
    advance(found, by=by, at=at, state=ReportState.RETURNED)
    return made.pk
