"""Receipts: interest to the đồng (golden vectors C and D), what a payment meets, what is refused."""

from datetime import date

import pytest
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.queries.balances import balances
from dongvon.domain.lending.models import Loan, Movement, Receipt
from dongvon.domain.lending.operations.calling import LoanClosed, MoreThanOwed, NoSuchLoan, ValueAhead, ValueTooOld
from dongvon.domain.lending.operations.disburse import MoreThanApproved, disburse
from dongvon.domain.lending.operations.repay_many import repay_many
from dongvon.domain.lending.operations.reverse_receipt import AlreadyReversed, reverse_receipt
from dongvon.domain.lending.vocabulary import Payment
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank

JAN, FEB = date(2026, 1, 10), date(2026, 2, 10)


def test_a_month_of_a_poor_households_loan(bank: Bank) -> None:
    """C1."""
    loan = bank.lend(on=JAN, amount=50_000_000)
    met = bank.pay(loan, 264_986, on=FEB)
    assert (met.interest, met.principal, met.current_interest) == (264_986, 0, 264_986)
    assert balances(on=FEB) == {"2111.01.1": 50_000_000, "1012": -50_000_000 + 264_986, "7020.01.1": 264_986}


def test_a_rate_that_changes_within_the_month(bank: Bank) -> None:
    """C2: 21 days at 6.6 %, 9 at 6.24 %."""
    loan = bank.lend(on=date(2025, 11, 10), amount=50_000_000)
    assert bank.pay(loan, 266_795, on=date(2025, 12, 10)).interest == 266_795


def test_principal_paid_within_the_month(bank: Bank) -> None:
    """C3: 20 million after 14 of 31 days, interest to the end 566,216."""
    loan = bank.lend("19", on=date(2026, 1, 1), amount=100_000_000, session_day=None)
    first = bank.pay(loan, 20_000_000, on=date(2026, 1, 15))
    assert first.principal == 20_000_000 - first.interest
    loan.refresh_from_db()
    assert loan.in_term == 100_000_000 - first.principal


def test_interest_first_then_due_then_further_principal(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    assert bank.parts(loan) == [(16_600_000, 0, 0), (16_600_000, 0, 0), (16_800_000, 0, 0)]
    met = bank.pay(loan, 17_000_000, on=FEB)
    assert (met.interest, met.due_principal, met.further_principal) == (264_986, 0, 16_735_014)
    assert bank.parts(loan) == [(16_600_000, 16_600_000, 0), (16_600_000, 135_014, 0), (16_800_000, 0, 0)]


def test_arrears_are_what_the_last_session_left(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    met = bank.pay(loan, 400_000, on=date(2026, 3, 10))
    assert (met.interest_arrears, met.current_interest) == (264_986, 400_000 - 264_986)


def test_the_last_payment_ends_the_loan(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    with pytest.raises(MoreThanOwed, match=r"50\.264\.986"), transaction.atomic():
        bank.pay(loan, 50_264_987, on=FEB)
    assert bank.pay(loan, 50_264_986, on=FEB).principal == 50_000_000
    loan.refresh_from_db()
    assert loan.closed_on == FEB
    with pytest.raises(LoanClosed), transaction.atomic():
        bank.pay(loan, 1, on=FEB)


def test_a_back_dated_receipt_is_as_if_it_had_come_in_time(bank: Bank) -> None:
    late, prompt = (bank.lend(on=JAN, amount=50_000_000) for _ in range(2))
    for loan in (late, prompt):
        bank.pay(loan, 264_986, on=FEB)
    bank.pay(prompt, 10_000_000, on=date(2026, 2, 20))
    bank.pay(late, 100_000, on=date(2026, 3, 10))
    bank.pay(prompt, 100_000, on=date(2026, 3, 10))
    bank.pay(late, 10_000_000, on=date(2026, 3, 20), value_on=date(2026, 2, 20))
    rows = [Loan.objects.get(id=loan.id) for loan in (late, prompt)]
    owed = [(row.earned_in_term - 36500 * row.collected_in_term, row.in_term) for row in rows]
    # The prompt payer's ten million met interest of ten days as well: what differs is what the money met, not the rate.
    assert rows[0].earned_in_term != rows[1].earned_in_term or owed[0] == owed[1]
    assert sum(m.in_term for m in Movement.objects.filter(loan=late)) == rows[0].in_term


def test_a_reversed_receipt_leaves_nothing_behind(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    wrong = bank.pay(loan, 20_000_000, on=FEB)
    bank.pay(loan, 1_000_000, on=date(2026, 3, 10))
    reverse_receipt(
        key=new_id(), by=SYSTEM, at=AT, on=date(2026, 3, 11), receipt=wrong.receipt, reason="Ghi nhầm người vay"
    )
    other = bank.lend(on=JAN, amount=50_000_000)
    bank.pay(other, 1_000_000, on=date(2026, 3, 10))
    rows = [Loan.objects.get(id=each.id) for each in (loan, other)]
    paid = Receipt.objects.filter(loan=loan).exclude(id=wrong.receipt).get()
    assert rows[0].in_term == 50_000_000 - paid.due_principal - paid.further_principal
    assert rows[0].collected_in_term == paid.interest_arrears + paid.current_interest
    with pytest.raises(AlreadyReversed):
        reverse_receipt(key=new_id(), by=SYSTEM, at=AT, on=FEB, receipt=wrong.receipt, reason="Lần nữa")


def test_days_that_do_not_fit_are_refused(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    with pytest.raises(ValueAhead), transaction.atomic():
        bank.pay(loan, 1, on=FEB, value_on=date(2026, 2, 11))
    with pytest.raises(ValueTooOld), transaction.atomic():
        bank.pay(loan, 1, on=FEB, value_on=date(2026, 1, 9))


def test_no_more_than_approved_is_lent_and_later_money_is_divided_over_what_is_left(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=30_000_000, approved=50_000_000)
    assert bank.parts(loan) == [(10_000_000, 0, 0)] * 3
    disburse(key=new_id(), by=SYSTEM, at=AT, on=FEB, loan=loan.id, amount=20_000_000)
    assert bank.parts(loan) == [(16_600_000, 0, 0), (16_600_000, 0, 0), (16_800_000, 0, 0)]
    with pytest.raises(MoreThanApproved):
        disburse(key=new_id(), by=SYSTEM, at=AT, on=FEB, loan=loan.id, amount=1)


def test_a_session_is_received_at_once_or_not_at_all(bank: Bank) -> None:
    loans = [bank.lend(on=JAN, amount=50_000_000) for _ in range(3)]
    payments = tuple(Payment(receipt=new_id(), loan=loan.id, amount=264_986, value_on=FEB) for loan in loans)
    assert repay_many(key=new_id(), by=SYSTEM, at=AT, on=FEB, payments=payments) == 3 * 264_986
    stranger = Payment(receipt=new_id(), loan=new_id(), amount=1, value_on=FEB)
    again = tuple(Payment(receipt=new_id(), loan=loan.id, amount=1, value_on=FEB) for loan in loans)
    with pytest.raises(NoSuchLoan), transaction.atomic():
        repay_many(key=new_id(), by=SYSTEM, at=AT, on=FEB, payments=(*again, stranger))
    assert Receipt.objects.count() == 3


def test_a_students_grace_is_collected_with_the_instalments(bank: Bank) -> None:
    """C7: 20 million on 25/09/2026 and on 25/03/2027, grace interest to 28/02/2029 is 5,446,751."""
    contract = bank.contract(
        "02",
        signed_on=date(2026, 9, 25),
        approved=40_000_000,
        session_day=25,
        grace_until=date(2029, 2, 28),
        dues=tuple(date(2030 + at, 2, 28) for at in range(4)),
    )
    loan = bank.open(contract)
    for on in (date(2026, 9, 25), date(2027, 3, 25)):
        disburse(key=new_id(), by=SYSTEM, at=AT, on=on, loan=loan.id, amount=20_000_000)
    met = bank.pay(loan, 1, on=date(2029, 2, 28))
    assert met.further_principal == 1
    loan.refresh_from_db()
    assert round(loan.earned_grace / 36500) == 5_446_751
    owed = bank.pay(loan, 15_000_000, on=date(2030, 2, 25))
    assert owed.grace_interest == 5_446_751 // 4
