"""Conditions that are sums: ceilings over all the household owes, terms, incomes, own capital."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from dongvon.domain.lending.rules.ceiling import room_under, share_of, still_to_pay
from dongvon.domain.lending.rules.eligibility.facts import Demand, Facts, Wish
from dongvon.domain.lending.vocabulary import Outcome
from dongvon.domain.programmes.vocabulary import PARTS, CeilingPer
from dongvon.kernel.calendar import add_months

#: Water and sanitation: a household may owe for each (Quyết định 10/2024/QĐ-TTg).
TYPES_OF_WORKS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much may still be lent under a ceiling, in đồng; None while the request does not say what it rests on."""

    most: int | None
    owed: int

    @property
    def left(self) -> int | None:
        """What is not used up yet."""
        return None if self.most is None else room_under(self.most, owed=self.owed)


def ceiling(demand: Demand, facts: Facts) -> tuple[Outcome, Room]:
    """The amount asked for fits under the ceiling beside what is owed already.

    `values` hold what the ceiling is counted over, the programme, and whether tuition comes on top:
    {"per:month", "02.stem", "plus:tuition"}.
    """
    per, programme = _keys(demand.values)
    most, owed = MOST[per](demand, facts.wish), OWED[per](demand, facts, programme)
    room = Room(most=most, owed=owed)
    if room.left is None:
        return Outcome.MISSING, room
    asked = _asked(per, facts.wish)
    return (Outcome.MET if asked <= room.left else Outcome.FAILED), room


def longest(demand: Demand, facts: Facts) -> tuple[Outcome, object]:
    """Not longer than the programme lends."""
    assert demand.number is not None, "a longest term is a number of months"
    if facts.wish is None:
        return Outcome.MET, None
    fits = facts.wish.term_months <= demand.number
    return (Outcome.MET if fits else Outcome.FAILED), facts.wish.term_months


def income(demand: Demand, facts: Facts) -> tuple[Outcome, object]:
    """Earns no more a month; `values` name the family for which the line is drawn."""
    assert demand.number is not None, "an income line is an amount"
    if facts.wish is None or facts.wish.monthly_income is None:
        return Outcome.MISSING, None
    if facts.wish.family not in demand.values:
        return Outcome.MET, None
    fits = facts.wish.monthly_income <= demand.number
    return (Outcome.MET if fits else Outcome.FAILED), facts.wish.monthly_income


def own_share(demand: Demand, facts: Facts) -> tuple[Outcome, object]:
    """Brings at least such a percent of what the plan needs."""
    assert demand.number is not None, "a share is a percent"
    if facts.wish is None:
        return Outcome.MISSING, None
    need = facts.wish.own + facts.wish.amount
    fits = Fraction(facts.wish.own) * 100 >= Fraction(demand.number) * need
    return (Outcome.MET if fits else Outcome.FAILED), facts.wish.own


def collateral(demand: Demand, facts: Facts) -> tuple[Outcome, object]:
    """Security is given where more is asked for than is lent without."""
    assert demand.number is not None, "what is lent without security is an amount"
    if facts.wish is None or facts.wish.amount <= demand.number:
        return Outcome.MET, None
    return (Outcome.MET if facts.wish.collateral else Outcome.MISSING), facts.wish.collateral


def within(_: Demand, facts: Facts) -> tuple[Outcome, object]:
    """Paid back before the contract that it pays for ends."""
    wish = facts.wish
    if wish is None or wish.until is None:
        return Outcome.MISSING, None
    fits = add_months(facts.on, wish.term_months) <= wish.until
    return (Outcome.MET if fits else Outcome.FAILED), wish.until


def workers(demand: Demand, facts: Facts) -> tuple[Outcome, object]:
    """At least such a percent of an establishment's workers are those whom the programme is meant for."""
    assert demand.number is not None, "a share is a percent"
    wish = facts.wish
    if wish is None or wish.meant_workers is None:
        return Outcome.MISSING, None
    fits = Fraction(wish.meant_workers) * 100 >= Fraction(demand.number) * wish.workers
    return (Outcome.MET if fits else Outcome.FAILED), wish.meant_workers


@cache
def _keys(values: frozenset[str]) -> tuple[CeilingPer, str]:
    per, programme = "", ""
    for value in values:
        if value.startswith("per:"):
            per = value.removeprefix("per:")
        elif not value.startswith("plus:"):
            programme = value
    return CeilingPer(per), programme


def _asked(per: CeilingPer, wish: Wish | None) -> int:
    """What of the request falls under the ceiling; for a part, what the loan must pay of its lines.

    What the plan costs beyond the loan (own capital, or less approved than asked) goes to those lines first. Each clean
    water works is a line of its own, and the dearest one counts.
    """
    if per not in PARTS:
        return wish.amount if wish else 1
    lines = [amount for use, amount in wish.plan if use == per] if wish else []
    if wish is None or not lines:
        return 0
    cost = max(lines) if per is CeilingPer.CLEAN_WATER else sum(lines)
    return max(0, cost - (sum(amount for _, amount in wish.plan) - wish.amount))


def _flat(demand: Demand, _: Wish | None) -> int | None:
    return int(demand.number or 0)


def _of_works(demand: Demand, wish: Wish | None) -> int | None:
    return int(demand.number or 0) * (1 if wish is None else wish.works)


def _of_workers(demand: Demand, wish: Wish | None) -> int | None:
    return int(demand.number or 0) * (1 if wish is None else wish.workers)


def _of_course(demand: Demand, wish: Wish | None) -> int | None:
    if wish is None or wish.course is None:
        return None
    living = int(demand.number or 0) * wish.course.months
    return living + (wish.course.tuition if "plus:tuition" in demand.values else 0)


def _share(demand: Demand, wish: Wish | None) -> int | None:
    if wish is None or wish.value is None:
        return None
    share = share_of(wish.value, percent=Fraction(demand.number or 0))
    return min(share, still_to_pay(wish.value, paid=wish.paid))


def _share_of_collateral(demand: Demand, wish: Wish | None) -> int | None:
    if wish is None or wish.collateral is None:
        return None
    return share_of(wish.collateral, percent=Fraction(demand.number or 0))


def _owed_by_household(_: Demand, facts: Facts, programme: str) -> int:
    return sum(debt.owed + debt.promised for debt in facts.debts if debt.programme == programme)


def _owed_by_borrower(_: Demand, facts: Facts, programme: str) -> int:
    return sum(
        debt.owed + debt.promised
        for debt in facts.debts
        if debt.programme == programme and debt.person == facts.borrower
    )


def _owed_for_works(demand: Demand, facts: Facts, programme: str) -> int:
    """What the other type of works, not asked for now, cannot account for."""
    others = TYPES_OF_WORKS - (1 if facts.wish is None else facts.wish.works)
    return max(0, _owed_by_household(demand, facts, programme) - int(demand.number or 0) * others)


def _owed_for_part(demand: Demand, facts: Facts, programme: str) -> int:
    """Of each debt what was lent for that use, as far as that much is still owed."""
    per, _ = _keys(demand.values)
    return sum(
        min(lent, debt.owed + debt.promised)
        for debt in facts.debts
        if debt.programme == programme
        for use, lent in debt.uses
        if use == per
    )


def _nothing(_: Demand, __: Facts, ___: str) -> int:
    return 0


MOST: Final[Mapping[CeilingPer, Callable[[Demand, Wish | None], int | None]]] = {
    CeilingPer.HOUSEHOLD: _flat,
    CeilingPer.PERSON: _flat,
    CeilingPer.PROJECT: _flat,
    CeilingPer.WORK: _of_works,
    CeilingPer.WORKER: _of_workers,
    CeilingPer.MONTH: _of_course,
    **dict.fromkeys(PARTS, _flat),
    CeilingPer.CONTRACT_SHARE: _share,
    CeilingPer.ESTIMATE_SHARE: _share,
    CeilingPer.COLLATERAL_SHARE: _share_of_collateral,
}

#: What is owed already counts where the ceiling is on the debtor, not on one course, contract or estimate.
OWED: Final[Mapping[CeilingPer, Callable[[Demand, Facts, str], int]]] = {
    CeilingPer.HOUSEHOLD: _owed_by_household,
    CeilingPer.PERSON: _owed_by_borrower,
    CeilingPer.PROJECT: _owed_by_borrower,
    CeilingPer.WORK: _owed_for_works,
    CeilingPer.WORKER: _owed_by_borrower,
    CeilingPer.MONTH: _nothing,
    **dict.fromkeys(PARTS, _owed_for_part),
    CeilingPer.CLEAN_WATER: _nothing,
    CeilingPer.CONTRACT_SHARE: _nothing,
    CeilingPer.ESTIMATE_SHARE: _nothing,
    CeilingPer.COLLATERAL_SHARE: _nothing,
}
