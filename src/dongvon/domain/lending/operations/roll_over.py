"""Let a crop loan go on for another crop."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.lending.models import Instalment, Loan, Rollover
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import change, divide_anew, hold, interest_owed, move, require_running
from dongvon.domain.lending.operations.originate import originate
from dongvon.domain.lending.rules.rollover import require_rollover
from dongvon.domain.lending.vocabulary import Cause, NewLoan, PetitionKind
from dongvon.domain.programmes.queries.terms import terms_of_loan
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import new_id


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def roll_over(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    petition: UUID,
    contract_number: str,
    months: int,
    decision: str,
) -> UUID:
    """End the loan and move its principal to a new one of `months`, at the rate of `on`; gives the new loan.

    Refuses NotACropLoan, TooManyMonths, InterestFirst, PastRollover, LoanRests, and as `originate`, `take_up`,
    `grant` and `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.ROLL_OVER)
    held = require_running(hold(asked.loan_id, on=on), on=on)
    terms = terms_of_loan(series=held.series_id, signed_on=on)
    require_rollover(
        allowed=terms is not None and terms.rollover,
        term_months=held.term_months,
        months=months,
        owed=sum(interest_owed(held).values()),
        late=held.overdue > 0 or on > held.final_on,
    )
    follower = originate(key=new_id(), by=by, at=at, loan=_another(held, contract_number, months=months, on=on))
    made = Rollover.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        follower_id=follower,
        amount=held.in_term,
    )
    _carry_over(held, Loan.objects.get(id=follower), on=on, source=made.id)
    grant(asked, by=by, at=at, decision=decision, act=made.id)
    return follower


def _another(loan: Loan, contract_number: str, *, months: int, on: date) -> NewLoan:
    return NewLoan(
        contract_number=contract_number,
        series=loan.series_id,
        unit=loan.unit_id,
        place=loan.place,
        organisation=Organisation(loan.organisation),
        group=loan.group_id,
        borrower=loan.borrower_id,
        signed_on=on,
        session_day=loan.session_day,
        term_months=months,
        approved=loan.in_term,
        dues=(add_months(on, months),),
    )


def _carry_over(loan: Loan, follower: Loan, *, on: date, source: UUID) -> None:
    """Both are booked on the accounts of one series: nothing moves in the books."""
    amount = loan.in_term
    divide_anew(follower, added=amount, on=on)
    move(follower, value_on=on, on=on, cause=Cause.ROLLOVER, source=source, in_term=amount)
    change(follower, lent=amount, in_term=amount)
    Instalment.objects.filter(loan=loan).update(paid=F("principal"))
    move(loan, value_on=on, on=on, cause=Cause.ROLLOVER, source=source, in_term=-amount)
    change(loan, in_term=0, closed_on=on)
