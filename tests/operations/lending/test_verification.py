"""`verify` is silent over honest work and names every figure that was tampered with."""

from datetime import date, timedelta

import pytest
from django.db import connection

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Loan
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.queries.verification import verify
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank

START = date(2026, 3, 10)


@pytest.fixture
def loan(bank: Bank) -> Loan:
    """A loan with receipts in time, back-dated, reversed, and an instalment overdue."""
    loan = bank.lend(on=START, amount=50_000_000, dues=(date(2026, 5, 12), date(2027, 5, 12)))
    bank.lend("19", on=START, amount=30_000_000, fund="2")
    close_days(until=date(2026, 5, 10))
    close_days(until=date(2026, 5, 20))
    on = date(2026, 5, 21)
    bank.pay(loan, 5_000_000, on=on)
    bank.pay(loan, 3_000_000, on=on, value_on=date(2026, 5, 4))
    wrong = bank.pay(loan, 1_000_000, on=on, value_on=date(2026, 5, 15))
    reverse_receipt(key=new_id(), by=SYSTEM, at=AT, on=on, receipt=wrong.receipt, reason="Nhầm")
    close_days(until=on + timedelta(days=2))
    return loan


def test_honest_work_is_clean(loan: Loan) -> None:
    assert verify() == []


@pytest.mark.parametrize(
    ("column", "subject"),
    [
        ("in_term", "in_term"),
        ("overdue", "overdue"),
        ("earned_in_term", "interest in term"),
        ("earned_overdue", "interest overdue"),
        ("collected_in_term", "collected in term"),
    ],
)
def test_tampering_is_named(loan: Loan, column: str, subject: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE lending_loan SET {column} = {column} + 1 WHERE id = %s", [loan.id])
    assert subject in {each.subject for each in verify() if each.of == loan.contract_number}


def test_books_that_differ_are_named_by_account(loan: Loan) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE lending_loan SET in_term = in_term + 5, overdue = overdue - 5 WHERE id = %s", [loan.id])
    assert {"2111.01.1", "2112.01.1"} <= {each.subject for each in verify()}
