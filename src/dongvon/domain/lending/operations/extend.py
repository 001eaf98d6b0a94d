"""Put off the final due day of a loan."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Instalment, Loan, LoanExtension
from dongvon.domain.lending.operations.deciding import grant, require_asked_in_time, take_up
from dongvon.domain.lending.operations.holding import change, hold, require_running
from dongvon.domain.lending.queries.decision_rules import extension_limits
from dongvon.domain.lending.rules.due import due_on
from dongvon.domain.lending.rules.extension import extended, most_months, repayment_months
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class FinalDayPast(Refusal):
    """What is overdue as a whole is no longer extended."""

    text = "Khoản vay {number} đã quá ngày đến hạn cuối cùng {final:%d/%m/%Y}; không gia hạn được nữa."


class MonthsMissing(Refusal):
    """An extension has a length."""

    text = "Số tháng gia hạn phải từ 1 trở lên."
    field = "months"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def extend(*, key: UUID, by: Actor, at: datetime, on: date, petition: UUID, months: int, decision: str) -> UUID:
    """Grant so many months, within what the rows of the limit leave of it; interest goes on.

    Refuses BeyondLimit, FinalDayPast, AskedTooLate, MonthsMissing, LoanRests, and as `take_up`, `grant` and `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.EXTEND)
    held = require_running(hold(asked.loan_id, on=on), on=on)
    if months < 1:
        raise MonthsMissing
    if on > held.final_on:
        raise FinalDayPast(number=held.contract_number, final=held.final_on)
    require_asked_in_time(asked, loan=held, due_on=held.final_on)
    latest = extended(
        contractual_on=held.contractual_on, extended_on=held.extended_on, months=months, most=_most(held, on)
    )
    made = LoanExtension.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        months=months,
        previous_on=held.extended_on,
        extended_on=latest,
    )
    _put_off(held, latest)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)


def _most(loan: Loan, on: date) -> int:
    return most_months(
        term_months=loan.term_months,
        repayment_months=repayment_months(
            term_months=loan.term_months, grace_until=loan.grace_until, contractual_on=loan.contractual_on
        ),
        limits=extension_limits(loan.series_id, on=on),
    )


def _put_off(loan: Loan, latest: date) -> None:
    final_on = due_on(latest, session_day=loan.session_day, moved={})
    last = Instalment.objects.filter(loan=loan).order_by("-number").values_list("number", flat=True)[0]
    Instalment.objects.filter(loan=loan, number=last).update(due_on=final_on)
    change(loan, extended_on=latest, final_on=final_on)
