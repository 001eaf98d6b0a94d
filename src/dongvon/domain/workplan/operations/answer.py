"""Answer concerns: what the branch tells the units that raised them."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Answer
from dongvon.domain.workplan.operations.gathering import group_of
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.domain.workplan.rules.words import tidy
from dongvon.kernel.refusals import Refusal


class AnswerNeeded(Refusal):
    """An answer without words."""

    text = "Đề nghị nhập nội dung trả lời."
    field = "text"


@operation(allowed=BRANCH)
def answer(*, key: UUID, by: Actor, at: datetime, concerns: tuple[UUID, ...], text: str) -> UUID:
    """The id of the answer; all of a group chosen is that group, anything else becomes a group of its own.

    Refuses AnswerNeeded, NothingChosen, OtherPlans, HandledAlready.
    """
    if not tidy(text):
        raise AnswerNeeded
    group = group_of(concerns, by=by, at=at)
    return Answer.objects.create(group=group, text=tidy(text), answered_by_id=by.person, answered_at=at).pk
