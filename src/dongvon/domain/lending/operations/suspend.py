"""Suspend a debt while the borrower serves in the army."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Instalment, Loan, Suspension
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import call_act, change, hold, require_running
from dongvon.domain.lending.rules.suspension import Service, require_service, suspended_due
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.calendar import add_months

APPLY = "SELECT lending_apply_suspension(%(loan)s, %(from_on)s, %(until_on)s, %(on)s, %(act)s)"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def suspend(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    petition: UUID,
    from_on: date,
    until_on: date,
    months: int,
    decision: str,
) -> UUID:
    """Nothing is earned or due from `from_on` to the day before `until_on`; a student loan gains `months`.

    Refuses ServiceEndsFirst, NotAStudentLoan, LongerThanServed, ValueTooOld, LoanRests, and as `take_up`, `grant`,
    `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.SUSPEND)
    held = require_running(hold(asked.loan_id, on=on), on=on)
    service = Service(from_on=from_on, until_on=until_on, months=months)
    require_service(service, student=held.grace_until is not None)
    made = Suspension.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        from_on=from_on,
        until_on=until_on,
        months=months,
        in_term=held.in_term,
        overdue=held.overdue,
    )
    call_act(APPLY, held, made.id, on, from_on=from_on, until_on=until_on)
    _put_off(held, service)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)


def _put_off(loan: Loan, service: Service) -> None:
    for part in Instalment.objects.filter(loan=loan, due_on__gte=service.from_on):
        due_on = suspended_due(part.due_on, service=service, session_day=loan.session_day)
        Instalment.objects.filter(loan=loan, number=part.number).update(due_on=due_on)
    change(
        loan,
        term_months=loan.term_months + service.months,
        contractual_on=add_months(loan.contractual_on, service.months),
        extended_on=add_months(loan.extended_on, service.months),
        final_on=suspended_due(loan.final_on, service=service, session_day=loan.session_day),
    )
