"""Two tellers on one loan, two disbursements on the last of an approval: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Disbursement, Loan, Receipt
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.repay import repay
from dongvon.domain.lending.queries.verification import verify
from dongvon.kernel.ids import new_id
from tests.concurrency.two import at_once, told
from tests.operations.lending.bank import AT, Bank, found_bank

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

START = date(2026, 3, 10)
HANDS = 4


@pytest.fixture
def bank() -> Bank:
    with transaction.atomic():
        return found_bank()


def lend(bank: Bank, *, amount: int, approved: int | None = None) -> Loan:
    with transaction.atomic():
        return bank.lend(on=START, amount=amount, approved=approved or amount)


def test_of_tellers_who_take_the_whole_debt_at_once_one_wins(bank: Bank) -> None:
    loan = lend(bank, amount=50_000_000)

    def pay_all() -> None:
        repay(key=new_id(), by=SYSTEM, at=AT, on=START, loan=loan.id, amount=50_000_000)

    assert at_once(*[pay_all] * HANDS) == ["LoanClosed"] * (HANDS - 1) + ["done"]
    assert Receipt.objects.filter(loan=loan).count() == 1
    assert verify() == []


def test_tellers_on_one_loan_wait_for_each_other(bank: Bank) -> None:
    loan = lend(bank, amount=50_000_000)

    def pay() -> None:
        repay(key=new_id(), by=SYSTEM, at=AT, on=START + timedelta(days=31), loan=loan.id, amount=100_000)

    assert at_once(*[pay] * HANDS) == ["done"] * HANDS
    loan.refresh_from_db()
    # 31 days at 6.24 %: 264,986 (C1); what four times 100,000 leave after it is principal
    assert (loan.collected_in_term, loan.in_term) == (264_986, 50_000_000 - (400_000 - 264_986))
    assert verify() == []


def test_one_request_sent_twice_at_once_is_one_receipt(bank: Bank) -> None:
    loan, key = lend(bank, amount=50_000_000), new_id()

    def pay() -> None:
        repay(key=key, by=SYSTEM, at=AT, on=START, loan=loan.id, amount=1_000_000)

    outcomes = at_once(*[pay] * HANDS)
    assert set(outcomes) <= {"done", "KeyInFlight"}
    assert Receipt.objects.filter(loan=loan).count() == 1


def test_of_two_disbursements_on_the_last_of_an_approval_one_wins(bank: Bank) -> None:
    loan = lend(bank, amount=30_000_000, approved=50_000_000)

    def hand_out() -> None:
        disburse(key=new_id(), by=SYSTEM, at=AT, on=START, loan=loan.id, amount=20_000_000)

    assert at_once(*[hand_out] * HANDS) == ["MoreThanApproved"] * (HANDS - 1) + ["done"]
    assert Disbursement.objects.filter(loan=loan).count() == 2
    assert verify() == []


def test_a_posting_comes_before_the_close_of_its_day_or_is_told(bank: Bank) -> None:
    loan = lend(bank, amount=50_000_000)

    def pay() -> None:
        repay(key=new_id(), by=SYSTEM, at=AT, on=START, loan=loan.id, amount=1_000)

    with ThreadPoolExecutor(HANDS) as pool:
        closing = pool.submit(close_days, until=START)
        outcomes = [pool.submit(told, pay).result() for _ in range(20)]
        assert closing.result() == 1
    assert set(outcomes) <= {"done", "DayIsClosing", "NotTheOpenDay"}
    assert Receipt.objects.filter(loan=loan).count() == outcomes.count("done")
    assert verify() == []
