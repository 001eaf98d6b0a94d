"""Answer an objection, for or against; the line itself is changed by returning the list to its draft."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Objection
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AnsweredAlready(Refusal):
    """An answer that was given stands."""

    text = "Ý kiến này đã được trả lời ngày {day}."


class AnswerEmpty(Refusal):
    """Whoever objected is owed words."""

    text = "Hãy ghi nội dung trả lời."
    field = "answer"


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.SYSTEM})
def answer_objection(*, key: UUID, by: Actor, at: datetime, objection: UUID, upheld: bool, answer: str) -> UUID:
    """Refuses AnsweredAlready, AnswerEmpty."""
    found = Objection.objects.select_for_update().get(id=objection)
    if found.answered_at is not None:
        raise AnsweredAlready(day=f"{found.answered_at:%d/%m/%Y}")
    if not answer.strip():
        raise AnswerEmpty
    found.upheld, found.answer, found.answered_by, found.answered_at = upheld, answer.strip(), by.person, at
    found.save(update_fields=["upheld", "answer", "answered_by", "answered_at"])
    return found.id
