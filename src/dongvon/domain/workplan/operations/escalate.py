"""Escalate concerns: the branch asks the city's leaders to decide."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Escalation
from dongvon.domain.workplan.operations.gathering import group_of
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.domain.workplan.rules.words import tidy
from dongvon.kernel.refusals import Refusal


class QuestionNeeded(Refusal):
    """The leaders are asked something."""

    text = "Đề nghị nêu nội dung xin ý kiến quyết định."
    field = "question"


class EscalatedAlready(Refusal):
    """The group was sent up before."""

    text = "Nhóm ý kiến này đã được trình lúc trước; đề nghị xem trong mục đã trình."
    field = "concerns"


@operation(allowed=BRANCH)
def escalate(
    *, key: UUID, by: Actor, at: datetime, concerns: tuple[UUID, ...], question: str, advice: str = ""
) -> UUID:
    """The id of the escalation; `advice` is what the branch would do.

    Refuses QuestionNeeded, NothingChosen, OtherPlans, HandledAlready, EscalatedAlready.
    """
    if not tidy(question):
        raise QuestionNeeded
    group = group_of(concerns, by=by, at=at)
    if Escalation.objects.filter(group=group).exists():
        raise EscalatedAlready
    return Escalation.objects.create(
        group=group, question=tidy(question), advice=tidy(advice), escalated_by_id=by.person, escalated_at=at
    ).pk
