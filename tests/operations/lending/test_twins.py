"""SQL equals Python: receipts in time and back-dated, on loans and calendars made by chance."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.models import Instalment, Loan, Movement
from dongvon.domain.lending.operations.calling import MoreThanOwed
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.lending.rules.allocation import ClaimKind
from dongvon.domain.lending.rules.debt import earned_until
from dongvon.domain.lending.rules.interest import Movement as Moved
from dongvon.domain.lending.rules.interest import accrued
from dongvon.domain.lending.rules.repayment import pay
from dongvon.domain.lending.vocabulary import Prepaid
from tests.operations.lending.bank import Bank
from tests.operations.lending.twins import (
    A_DONG,
    AMOUNTS,
    CHANCE,
    Wanted,
    alone,
    lend,
    order_of,
    owed_by,
    told,
    try_to_pay,
    twin,
    wanted,
)

#: Days after the one before, or the day on which the next part is due.
WHEN = st.one_of(st.none(), st.integers(0, 90))
PAYMENTS = st.lists(st.tuples(WHEN, AMOUNTS), min_size=1, max_size=6)
Payments = list[tuple[int | None, int]]


@given(asked=wanted(), payments=PAYMENTS)
@CHANCE
def test_a_receipt_meets_what_the_rules_say(bank: Bank, asked: Wanted, payments: Payments) -> None:
    def work() -> None:
        loan, on = lend(bank, asked), asked.on
        for days, amount in payments:
            on = _after(loan, on, days)
            if _agree_on_a_payment(bank, loan, amount, on=on):
                return

    alone(work)


def _after(loan: Loan, on: date, days: int | None) -> date:
    ahead = Instalment.objects.filter(loan=loan, due_on__gt=on).order_by("due_on").first()
    return ahead.due_on if days is None and ahead is not None else on + timedelta(days=days or 1)


def _agree_on_a_payment(bank: Bank, loan: Loan, amount: int, *, on: date) -> bool:
    """Whether the loan has ended."""
    expected = pay(twin(loan), amount, on=on, order=order_of(loan, on=on), prepaid=Prepaid.NEXT)
    if expected.allocation.left:
        with pytest.raises(MoreThanOwed), transaction.atomic():
            bank.pay(loan, amount, on=on)
        return False
    met = told(bank.pay(loan, amount, on=on))
    of = expected.allocation.of
    grace = of(ClaimKind.GRACE_INTEREST) + of(ClaimKind.FURTHER_GRACE_INTEREST)
    assert met == {kind: of(kind) for kind in met} | {ClaimKind.GRACE_INTEREST: grace}
    loan.refresh_from_db()
    assert twin(loan) == expected.debt
    nothing_owed = not any((expected.debt.in_term, expected.debt.overdue)) and not any(owed_by(expected.debt, on=on))
    assert (loan.closed_on == on) == nothing_owed
    return nothing_owed


@given(asked=wanted(), payments=PAYMENTS, order=st.randoms(use_true_random=False))
@CHANCE
def test_interest_is_what_the_movements_earn_whenever_they_became_known(
    bank: Bank, asked: Wanted, payments: Payments, order: object
) -> None:
    def work() -> None:
        loan, value = lend(bank, asked), asked.on
        dated = [(value := _after(loan, value, days), amount) for days, amount in payments]
        last = value
        order.shuffle(dated)  # type: ignore[attr-defined]
        for value_on, amount in dated:
            try_to_pay(bank, loan, amount, on=last, value_on=value_on)
        loan.refresh_from_db()
        assert _in_term_and_grace(loan) == _by_movements(loan)
        assert verify() == []

    alone(work)


def _in_term_and_grace(loan: Loan) -> Fraction:
    return Fraction(loan.earned_in_term + loan.earned_grace) / A_DONG


def _by_movements(loan: Loan) -> Fraction:
    moved = [Moved(row.value_on, row.in_term) for row in Movement.objects.filter(loan=loan)]
    return accrued(moved, rates=twin(loan).terms.rates, from_on=loan.signed_on, until_on=loan.interest_from)


def test_the_twin_counts_overdue_interest_at_a_rate_of_its_own(bank: Bank) -> None:
    """Computers: overdue at the poor-household rate of the day of signing."""
    loan = bank.lend("02", variant="may-tinh", on=date(2026, 1, 10), amount=10_000_000, dues=(date(2027, 1, 10),))
    assert (loan.overdue_percent, loan.overdue_rate) == (None, Decimal("6.24"))
    debt = twin(loan)
    assert earned_until(debt, date(2026, 1, 11)).in_term == Fraction(10_000_000 * 12, 10 * 36_500)
