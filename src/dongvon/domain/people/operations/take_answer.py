"""Take in what a national database answered."""

import hashlib
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Verification, VerificationLine
from dongvon.domain.people.rules.registry_files import NotAnAnswer, read_answer
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AnsweredBefore(Refusal):
    """An answer is taken once; what changed since is asked anew."""

    text = "Yêu cầu này đã có trả lời. Nếu cần kết quả mới, hãy lập yêu cầu mới."


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def take_answer(*, key: UUID, by: Actor, at: datetime, verification: UUID, content: bytes) -> int:
    """Write the answers beside the people; nobody's record is changed by it. Gives how many were answered.

    Refuses AnsweredBefore, NotAnAnswer, OtherRequest.
    """
    found = Verification.objects.select_for_update().get(id=verification)
    if found.answered_at is not None:
        raise AnsweredBefore
    answers = {each.line: each for each in read_answer(content, request=found.id, fields=found.fields)}
    lines = list(VerificationLine.objects.filter(verification=found).order_by("id"))
    if not answers.keys() <= set(range(1, len(lines) + 1)):
        raise NotAnAnswer(line=1)
    told = [line for at_line, line in enumerate(lines, start=1) if at_line in answers]
    for at_line, line in enumerate(lines, start=1):
        if at_line in answers:
            line.answer, line.told = answers[at_line].answer, answers[at_line].told
    VerificationLine.objects.bulk_update(told, ["answer", "told"], batch_size=1_000)
    found.answered_by, found.answered_at = by.person, at
    found.answer_hash = hashlib.sha256(content).digest()
    found.save(update_fields=["answered_by", "answered_at", "answer_hash"])
    return len(told)
