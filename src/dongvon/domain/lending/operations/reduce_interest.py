"""Take interest away from one loan, by decision."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Reduction
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import call_act, hold, interest_owed
from dongvon.domain.lending.vocabulary import InterestStore, PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class MoreThanStored(Refusal):
    """No more can be taken away than is owed."""

    text = "Lãi còn nợ thuộc loại này của khoản vay {number} là {owed:,} đồng; không giảm quá số đó."
    field = "amount"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def reduce_interest(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    petition: UUID,
    store: InterestStore,
    amount: int,
    decision: str,
) -> UUID:
    """Take `amount` off the interest owed on `on` in one store; a loan that then owes nothing ends.

    Refuses MoreThanStored, and as `take_up`, `grant` and `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.REDUCE_INTEREST)
    held = hold(asked.loan_id, on=on)
    owed = interest_owed(held)[store]
    if not 0 < amount <= owed:
        raise MoreThanStored(number=held.contract_number, owed=owed)
    made = Reduction.objects.create(
        loan=held, booked_on=on, decision=decision, person=by.person, posted_at=at, store=store, amount=amount
    )
    call_act("SELECT lending_recount(%(loan)s), lending_close_if_paid(%(loan)s, %(on)s)", held, made.id, on)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)
