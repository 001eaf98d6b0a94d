"""What a loan costs by its own terms: the plan, the payments, the periods and the payoff.

Amounts are whole numbers of the smallest unit (đồng, or cents). Interest stays exact and is rounded
half-up once per posting, on the cumulative difference; what chains the postings:
schedule lines and payments start from the first disbursement, the payoff continues the payments, and
periods that touch one another form one chain that starts at its earliest day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from dongvon.domain.lending.rules.interest import Movement, RateStep, accrued, balance_on, level
from dongvon.domain.lending.rules.schedule import equal_principal
from dongvon.kernel.rates import days_between, posting
from dongvon.kernel.refusals import Refusal


class MoreThanOwed(Refusal):
    """Someone pays more than principal and interest together."""

    text = "{where}: số tiền vượt quá số còn nợ ngày {on:%d/%m/%Y} là {owed}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """Money that comes in on a day; `where` names it in a refusal. `principal_only` leaves interest standing."""

    on: date
    amount: int
    where: str
    principal_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleLine:
    """One due date of the plan."""

    due: date
    days: int
    principal: int
    interest: int
    balance_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """How one payment was divided."""

    on: date
    interest: int
    principal: int
    balance_after: int
    principal_only: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first, counted, to the last, not counted."""

    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Payoff:
    """What ends the loan on a day."""

    principal: int
    interest: int


def plan(
    lent: Sequence[Movement], *, rates: Sequence[RateStep], dues: Sequence[date], floor_to: int
) -> tuple[ScheduleLine, ...]:
    """The plan of equal principal, as if every due is met on its day."""
    lines: list[ScheduleLine] = []
    start = min(each.on for each in lent)
    moved, earned, posted = list(lent), Fraction(0), 0
    for part in equal_principal(lent, dues=dues, floor_to=floor_to):
        earned += accrued(moved, rates=rates, from_on=start, until_on=part.due_on)
        due_interest = posting(earned, posted=posted)
        posted += due_interest
        moved.append(Movement(part.due_on, -part.principal))
        lines.append(
            ScheduleLine(
                due=part.due_on,
                days=days_between(start, part.due_on),
                principal=part.principal,
                interest=due_interest,
                balance_after=part.balance_after,
            )
        )
        start = part.due_on
    return tuple(lines)


def settle(lent: Sequence[Movement], *, rates: Sequence[RateStep], paid: Iterable[Paid]) -> tuple[PaymentLine, ...]:
    """Each payment divided in the order of days: interest accrued and unpaid first, then principal.

    On one day money is lent first, then principal-only amounts, then payments. Refuses `MoreThanOwed`.
    """
    lines: list[PaymentLine] = []
    account = _Account(lent=sorted(lent, key=lambda each: each.on), rates=rates)
    for each in sorted(paid, key=lambda one: (one.on, not one.principal_only)):
        account.run_to(each.on)
        lines.append(account.take(each))
    return tuple(lines)


def interest_of(spans: Sequence[Span], *, moved: Sequence[Movement], rates: Sequence[RateStep]) -> tuple[int, ...]:
    """The interest posted in each span; spans that touch share their rounding, so parts add to the whole."""
    posted: dict[date, int] = {}
    for chain in _chains(spans):
        earned = Fraction(0)
        for start, end in pairwise((chain[0], *chain)):
            earned += accrued(moved, rates=rates, from_on=start, until_on=end)
            posted[end] = posting(earned, posted=0)
    return tuple(posted[each.until_on] - posted[each.from_on] for each in spans)


def payoff(lent: Sequence[Movement], *, rates: Sequence[RateStep], lines: Sequence[PaymentLine], on: date) -> Payoff:
    """What is owed on a day after the payments up to it; later ones are not looked at."""
    until = [each for each in lines if each.on <= on]
    moved = [*lent, *repayments(until)]
    earned = accrued(moved, rates=rates, from_on=min(each.on for each in lent), until_on=on)
    return Payoff(
        principal=balance_on(moved, on), interest=posting(earned, posted=sum(each.interest for each in until))
    )


def repayments(lines: Iterable[PaymentLine]) -> tuple[Movement, ...]:
    """The payments as movements of the balance."""
    return tuple(Movement(each.on, -each.principal) for each in lines if each.principal)


class _Account:
    """The running state of one loan: its balance, and interest earned and paid so far."""

    def __init__(self, *, lent: Sequence[Movement], rates: Sequence[RateStep]) -> None:
        self._ahead = list(lent)
        self._rates = rates
        self._on = lent[0].on
        self._balance = 0
        self._earned = Fraction(0)
        self._paid_interest = 0

    def run_to(self, on: date) -> None:
        """Earn interest up to the day and lend what is lent by it."""
        while self._ahead and self._ahead[0].on <= on:
            movement = self._ahead.pop(0)
            self._earn(movement.on)
            self._balance += movement.amount
        self._earn(on)

    def take(self, paid: Paid) -> PaymentLine:
        """Divide one payment of the day the account has reached."""
        due = 0 if paid.principal_only else posting(self._earned, posted=self._paid_interest)
        interest = min(paid.amount, due)
        principal = paid.amount - interest
        if principal > self._balance:
            raise MoreThanOwed(where=paid.where, on=paid.on, owed=self._balance + due)
        self._paid_interest += interest
        self._balance -= principal
        return PaymentLine(
            on=paid.on,
            interest=interest,
            principal=principal,
            balance_after=self._balance,
            principal_only=paid.principal_only,
        )

    def _earn(self, on: date) -> None:
        if self._balance and self._on < on:
            run = level(self._balance, rates=self._rates, from_on=self._on, until_on=on)
            self._earned += sum((each.interest for each in run), Fraction(0))
        self._on = on


def _chains(spans: Sequence[Span]) -> list[list[date]]:
    """The days of spans joined to one another by common days, each chain in order."""
    chain: dict[date, set[date]] = {}
    for span in spans:
        joined = chain.get(span.from_on, {span.from_on}) | chain.get(span.until_on, {span.until_on})
        for on in joined:
            chain[on] = joined
    return [sorted(each) for each in {id(each): each for each in chain.values()}.values()]
