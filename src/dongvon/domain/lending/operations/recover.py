"""Receive money for a debt already written off."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Sum

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Loan, Recovery, WriteOff
from dongvon.domain.lending.operations.calling import NoSuchLoan, require_open
from dongvon.domain.lending.operations.holding import accounts_of, book_about
from dongvon.domain.lending.rules.chart import CASH, CONTRA
from dongvon.domain.lending.vocabulary import Means
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class NotWrittenOff(Refusal):
    """Money for a living debt is a repayment."""

    text = "Khoản vay {number} không phải nợ đã xóa; đề nghị thu nợ theo cách thông thường."
    field = "loan"


class MoreThanKept(Refusal):
    """More than what is left of the written-off debt."""

    text = "Nợ đã xóa của khoản vay {number} chỉ còn phải thu {left:,} đồng."
    field = "amount"


@operation(allowed={Role.TELLER, Role.ACCOUNTANT, Role.SYSTEM})
def recover(
    *, key: UUID, by: Actor, at: datetime, on: date, loan: UUID, amount: int, means: Means = Means.SESSION
) -> UUID:
    """Take `amount` into interest income and off the written-off debts.

    Refuses NotWrittenOff, MoreThanKept, NoSuchLoan, NotTheOpenDay, DayIsClosing.
    """
    require_open(on)
    row = Loan.objects.select_for_update().filter(id=loan).first()
    if row is None:
        raise NoSuchLoan
    left = _left(row)
    if not 0 < amount <= left:
        raise MoreThanKept(number=row.contract_number, left=left)
    made = Recovery.objects.create(loan=row, booked_on=on, person=by.person, posted_at=at, amount=amount, means=means)
    accounts = accounts_of(row)
    lines = [
        (made.id, CASH[means], accounts.income, amount, "recover"),
        (new_id(), CONTRA, accounts.written_off, amount, "recover.kept"),
    ]
    book_about(row, by=by, at=at, on=on, lines=lines)
    return made.id


def _left(loan: Loan) -> int:
    kept = WriteOff.objects.filter(loan=loan).first()
    if kept is None:
        raise NotWrittenOff(number=loan.contract_number)
    recovered: int = Recovery.objects.filter(loan=loan).aggregate(sum=Sum("amount"))["sum"] or 0
    return kept.principal + kept.interest - recovered
