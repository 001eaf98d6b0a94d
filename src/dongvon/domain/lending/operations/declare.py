"""The learner's yearly declaration before a part of the loan is handed out (Quyết định 29/2025, Phụ lục II)."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Tranche
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NothingToDeclare(Refusal):
    """The part is paid, declared already, or asks for no declaration."""

    text = "Đợt giải ngân này không cần kê khai, hoặc đã kê khai rồi."


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def declare(*, key: UUID, by: Actor, at: datetime, tranche: UUID, declared_on: date, declaration: str) -> UUID:
    """Write down that the learner goes on studying. Refuses NothingToDeclare."""
    open_ = Tranche.objects.filter(id=tranche, needs_declaration=True, declared_on=None, disbursement=None)
    if not open_.update(declared_on=declared_on, declared_by=by.person, declaration=declaration):
        raise NothingToDeclare
    return tranche
