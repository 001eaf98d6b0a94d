"""A loan of the tables as the pure rules see it, and portfolios made by chance."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dongvon.domain.lending.models import AllocationOrder, Instalment, Loan, UnpaidRegime
from dongvon.domain.lending.operations.calling import LoanClosed, MoreThanOwed, ValueTooOld
from dongvon.domain.lending.rules.allocation import ClaimKind
from dongvon.domain.lending.rules.debt import Debt, Interest, Terms, owed
from dongvon.domain.lending.rules.interest import RateStep
from dongvon.domain.lending.rules.overdue import Regime, Unpaid
from dongvon.domain.lending.rules.schedule import Part
from dongvon.domain.lending.vocabulary import Met
from dongvon.domain.programmes.queries.catalogue import rates_of_loan
from dongvon.kernel.calendar import add_months
from dongvon.kernel.rates import Rate
from tests.operations.lending.bank import Bank

EARLIEST = date(2025, 9, 1)
A_DONG = 36_500

CHANCE = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
AMOUNTS = st.one_of(st.integers(1, 3_000_000), st.integers(1, 60_000_000))

#: Poor households, near-poor from the city's own money, students, and computers with an overdue rate of their own.
PRODUCTS = (("01", "1", ""), ("19", "2", ""), ("02", "1", ""), ("02", "1", "may-tinh"))


class _Undone(Exception):
    """Takes back what one example did."""


def alone(work: Callable[[], None]) -> None:
    """Do `work` and take it back: the next example finds the bank as it was."""
    with suppress(_Undone), transaction.atomic():
        work()
        raise _Undone


@dataclass(frozen=True)
class Wanted:
    """A loan to be lent: product, day, amount in hundred thousands, session day, months of grace, days between dues."""

    product: tuple[str, str, str]
    after: int
    amount: int
    session_day: int | None
    grace_months: int
    steps: tuple[int, ...]

    @property
    def on(self) -> date:
        return EARLIEST + timedelta(days=self.after)


def wanted(*, longest_step: int = 400, latest: int = 250) -> st.SearchStrategy[Wanted]:
    return st.builds(
        Wanted,
        product=st.sampled_from(PRODUCTS),
        after=st.integers(0, latest),
        amount=st.integers(10, 2_000),
        session_day=st.one_of(st.none(), st.integers(1, 31)),
        grace_months=st.integers(0, 14),
        steps=st.lists(st.integers(40, longest_step), min_size=1, max_size=4).map(tuple),
    )


def lend(bank: Bank, asked: Wanted) -> Loan:
    code, fund, variant = asked.product
    dues, last = [], asked.on
    for step in asked.steps:
        last += timedelta(days=step)
        dues.append(last)
    grace = add_months(asked.on, asked.grace_months) if code == "02" and asked.grace_months else None
    return bank.lend(
        code,
        on=asked.on,
        amount=asked.amount * 100_000 + 7,
        fund=fund,
        variant=variant,
        session_day=asked.session_day,
        dues=tuple(dues),
        grace_until=grace,
    )


def twin(loan: Loan) -> Debt:
    """The row and its schedule, as they stand, for the rules to go on from."""
    steps = [
        RateStep(span.starts_on, Rate.of(span.percent))
        for span in rates_of_loan(series=loan.series_id, signed_on=loan.signed_on)
    ]
    terms = Terms(
        rates=tuple(steps),
        overdue_percent=None if loan.overdue_percent is None else Fraction(loan.overdue_percent),
        overdue_rate=None if loan.overdue_rate is None else Rate.of(loan.overdue_rate),
        session_day=loan.session_day,
        grace_until=loan.grace_until,
        signed_on=loan.signed_on,
    )
    return Debt(
        terms=terms,
        final_on=loan.final_on,
        rests_until=loan.rests_until,
        in_term=loan.in_term,
        overdue=loan.overdue,
        frozen=loan.frozen,
        interest_from=loan.interest_from,
        earned=Interest(
            in_term=Fraction(loan.earned_in_term) / A_DONG,
            overdue=Fraction(loan.earned_overdue) / A_DONG,
            grace=Fraction(loan.earned_grace) / A_DONG,
        ),
        collected=Interest(
            in_term=Fraction(loan.collected_in_term),
            overdue=Fraction(loan.collected_overdue),
            grace=Fraction(loan.collected_grace),
        ),
        parts=tuple(
            Part(due_on=row.due_on, principal=row.principal, paid=row.paid, overdue=row.overdue)
            for row in Instalment.objects.filter(loan=loan).order_by("number")
        ),
    )


def order_of(loan: Loan, *, on: date) -> tuple[ClaimKind, ...]:
    row = AllocationOrder.objects.filter(fund=loan.series.fund, overdue=loan.overdue > 0, from_on__lte=on)
    return tuple(ClaimKind(kind) for kind in row.latest("from_on").kinds)


def regimes() -> list[Regime]:
    return [Regime(row.from_on, Unpaid(row.unpaid)) for row in UnpaidRegime.objects.filter(programme=None)]


def told(met: Met) -> dict[ClaimKind, int]:
    """What SQL says was met, by the kinds that a receipt tells apart."""
    kinds = [kind for kind in ClaimKind if kind is not ClaimKind.FURTHER_GRACE_INTEREST]
    return {kind: getattr(met, kind.value) for kind in kinds}


def owed_by(debt: Debt, *, on: date) -> tuple[Fraction, Fraction, Fraction]:
    asked = owed(debt, on)
    return asked.in_term, asked.overdue, asked.grace


def try_to_pay(bank: Bank, loan: Loan, amount: int, *, on: date, value_on: date) -> None:
    """What does not fit the loan is refused, and leaves nothing behind."""
    with suppress(MoreThanOwed, LoanClosed, ValueTooOld), transaction.atomic():
        bank.pay(loan, amount, on=on, value_on=value_on)
