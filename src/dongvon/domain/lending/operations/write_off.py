"""Take a debt nobody can pay off the books, by decision."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import FreezeEnd, Loan, WriteOff
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import (
    accounts_of,
    book_about,
    change,
    hold,
    interest_owed,
    move,
    require_awake,
)
from dongvon.domain.lending.rules.chart import CONTRA, RISK_FUND
from dongvon.domain.lending.rules.risk import require_write_off
from dongvon.domain.lending.vocabulary import Cause, PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def write_off(*, key: UUID, by: Actor, at: datetime, on: date, petition: UUID, cause_code: str, decision: str) -> UUID:
    """Principal leaves for the risk fund and is kept off balance with the interest owed; the loan ends.

    Refuses FreezeFirst, LoanRests, and as `take_up`, `grant` and `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.WRITE_OFF)
    held = require_awake(hold(asked.loan_id, on=on), on=on)
    require_write_off(
        cause_code, freeze_ended=held.frozen == 0 and FreezeEnd.objects.filter(loan=held, ended_on__lte=on).exists()
    )
    made = WriteOff.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        cause_code=cause_code,
        principal=held.in_term + held.overdue + held.frozen,
        interest=sum(interest_owed(held).values()),
    )
    _book(held, made, by=by, at=at, on=on)
    states = {"in_term": -held.in_term, "overdue": -held.overdue, "frozen": -held.frozen}
    if made.principal:
        move(held, value_on=max(on, held.interest_from), on=on, cause=Cause.WRITE_OFF, source=made.id, **states)
    change(held, in_term=0, overdue=0, frozen=0, closed_on=on)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)


def _book(loan: Loan, made: WriteOff, *, by: Actor, at: datetime, on: date) -> None:
    accounts = accounts_of(loan)
    lines = [
        (new_id(), RISK_FUND, accounts.in_term, loan.in_term, "write_off"),
        (new_id(), RISK_FUND, accounts.overdue, loan.overdue, "write_off"),
        (new_id(), RISK_FUND, accounts.frozen, loan.frozen, "write_off"),
        (made.id, accounts.written_off, CONTRA, made.principal + made.interest, "write_off.kept"),
    ]
    book_about(loan, by=by, at=at, on=on, lines=lines)
