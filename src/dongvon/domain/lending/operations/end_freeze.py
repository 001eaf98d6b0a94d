"""Let a frozen debt run again before its time, by decision."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Freeze, FreezeEnd
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import hold
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

APPLY = "SELECT lending_apply_freeze_ends(%(on)s, %(person)s, %(at)s, ARRAY[%(act)s::uuid])"


class NotFrozen(Refusal):
    """Nothing is frozen."""

    text = "Khoản vay {number} không có nợ đang khoanh."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def end_freeze(*, key: UUID, by: Actor, at: datetime, on: date, petition: UUID, decision: str) -> UUID:
    """End the freeze on `on`: from that day interest is earned, and principal is again in term or overdue.

    Refuses NotFrozen, and as `take_up`, `grant` and `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.END_FREEZE)
    held = hold(asked.loan_id, on=on)
    frozen = Freeze.objects.filter(loan=held, end=None).first()
    if frozen is None:
        raise NotFrozen(number=held.contract_number)
    in_term = min(held.frozen, frozen.in_term)
    made = FreezeEnd.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        freeze=frozen,
        ended_on=on,
        in_term=in_term,
        overdue=held.frozen - in_term,
    )
    call(APPLY, {"on": on, "person": by.person, "at": at, "act": made.id})
    return grant(asked, by=by, at=at, decision=decision, act=made.id)
