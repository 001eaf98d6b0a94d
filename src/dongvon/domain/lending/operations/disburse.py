"""Hand money to the borrower."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Disbursement
from dongvon.domain.lending.operations.holding import accounts_of, book_about, change, divide_anew, hold, move
from dongvon.domain.lending.rules.chart import CASH
from dongvon.domain.lending.vocabulary import Cause, Means
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class MoreThanApproved(Refusal):
    """The approved amount is spent."""

    text = "Chỉ còn được giải ngân tối đa {left:,} đồng theo phê duyệt của khoản vay {number}."
    field = "amount"


class NotLentNow(Refusal):
    """Money is not handed out before the contract, nor while the debt rests or is overdue."""

    text = "Khoản vay {number} chưa đến ngày ký, đang khoanh, tạm hoãn hoặc quá hạn; không giải ngân được."


@operation(allowed={Role.TELLER, Role.ACCOUNTANT, Role.SYSTEM})
def disburse(
    *, key: UUID, by: Actor, at: datetime, on: date, loan: UUID, amount: int, means: Means = Means.SESSION
) -> UUID:
    """Lend `amount` on business date `on`, which earns interest; what is not yet due is divided anew.

    Refuses MoreThanApproved, NotLentNow, LoanClosed, NoSuchLoan, NotTheOpenDay, DayIsClosing.
    """
    held = hold(loan, on=on)
    if not 0 < amount <= held.approved - held.lent:
        raise MoreThanApproved(left=held.approved - held.lent, number=held.contract_number)
    if on < held.signed_on or held.interest_from > on or held.frozen or held.overdue:
        raise NotLentNow(number=held.contract_number)
    handed = Disbursement.objects.create(
        loan=held, booked_on=on, person=by.person, posted_at=at, amount=amount, means=means
    )
    divide_anew(held, added=amount, on=on)
    move(held, value_on=on, on=on, cause=Cause.DISBURSEMENT, source=handed.id, in_term=amount)
    change(held, lent=held.lent + amount, in_term=held.in_term + amount)
    line = (handed.id, accounts_of(held).in_term, CASH[means], amount, "disburse")
    book_about(held, by=by, at=at, on=on, lines=[line])
    return handed.id
