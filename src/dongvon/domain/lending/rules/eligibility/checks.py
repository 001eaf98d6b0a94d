"""One small test for each kind of condition: the outcome, and the record it rests on."""

from collections.abc import Callable, Mapping
from typing import Final

from dongvon.domain.lending.rules.eligibility.amounts import (
    ceiling,
    collateral,
    income,
    longest,
    own_share,
    within,
    workers,
)
from dongvon.domain.lending.rules.eligibility.facts import Debt, Demand, Facts, Listing
from dongvon.domain.lending.vocabulary import Check, Outcome
from dongvon.kernel.calendar import add_months

Answer = tuple[Outcome, object]
MET, FAILED, MISSING = Outcome.MET, Outcome.FAILED, Outcome.MISSING


def listed(demand: Demand, facts: Facts) -> Answer:
    """In one of the lists; with a number, entered at most so many months ago (newly escaped: 36)."""
    lapsed = None
    for listing in facts.listings:
        if listing.kind in demand.values:
            if listing.holds(facts.on) and not _too_old(demand, listing, facts):
                return MET, listing
            lapsed = listing
    return FAILED, lapsed


def not_listed(demand: Demand, facts: Facts) -> Answer:
    """In none of the lists."""
    for listing in facts.listings:
        if listing.kind in demand.values and listing.holds(facts.on):
            return FAILED, listing
    return MET, None


def group_member(_: Demand, facts: Facts) -> Answer:
    """Admitted to a savings and credit group; that can still be done."""
    return (MET, None) if facts.group_member else (MISSING, None)


def resident(_: Demand, facts: Facts) -> Answer:
    """Lives lawfully where the request is made."""
    return (MET, None) if facts.resident else (FAILED, None)


def age(demand: Demand, facts: Facts) -> Answer:
    """Has completed so many years."""
    assert demand.number is not None, "an age is a number of years"
    if facts.born_on is None:
        return MISSING, None
    grown_on = add_months(facts.born_on, 12 * int(demand.number))
    return (MET if grown_on <= facts.on else FAILED), facts.born_on


def area(demand: Demand, facts: Facts) -> Answer:
    """The commune is one of such a kind."""
    return (MET, None) if demand.values & facts.areas else (FAILED, None)


def not_overdue(_: Demand, facts: Facts) -> Answer:
    """Nobody in the household owes anything past its day."""
    late = next((debt for debt in facts.debts if debt.overdue), None)
    return (FAILED, late) if late else (MET, None)


def barred(demand: Demand, facts: Facts) -> Answer:
    """No debt under a programme that bars this one."""
    return _no_debt(demand, facts, ever=False)


def once(demand: Demand, facts: Facts) -> Answer:
    """Never a loan under these programmes before."""
    return _no_debt(demand, facts, ever=True)


def paper(demand: Demand, facts: Facts) -> Answer:
    """One of these papers lies in the file."""
    if facts.wish is None:
        return MISSING, None
    shown = demand.values & facts.wish.papers
    return (MET, min(shown)) if shown else (MISSING, None)


def course(_: Demand, facts: Facts) -> Answer:
    """A course that goes on, as the school certifies."""
    if facts.wish is None or facts.wish.course is None:
        return MISSING, None
    return (MET if facts.on <= facts.wish.course.ends_on else FAILED), facts.wish.course.ends_on


def selected(_: Demand, facts: Facts) -> Answer:
    """Given a place by priority or by lot."""
    if facts.wish is None or facts.wish.selected is None:
        return MISSING, None
    return (MET if facts.wish.selected else FAILED), None


def _too_old(demand: Demand, listing: Listing, facts: Facts) -> bool:
    return demand.number is not None and facts.on >= add_months(listing.from_on, int(demand.number))


def _no_debt(demand: Demand, facts: Facts, *, ever: bool) -> Answer:
    for debt in facts.debts:
        if debt.programme in demand.values and (ever or _owes(debt)):
            return FAILED, debt
    return MET, None


def _owes(debt: Debt) -> bool:
    return debt.owed + debt.promised > 0


CHECKS: Final[Mapping[str, Callable[[Demand, Facts], Answer]]] = {
    Check.LISTED: listed,
    Check.NOT_LISTED: not_listed,
    Check.GROUP_MEMBER: group_member,
    Check.RESIDENT: resident,
    Check.AGE: age,
    Check.AREA: area,
    Check.NOT_OVERDUE: not_overdue,
    Check.BARRED: barred,
    Check.ONCE: once,
    Check.CEILING: ceiling,
    Check.LONGEST: longest,
    Check.PAPER: paper,
    Check.INCOME: income,
    Check.OWN_SHARE: own_share,
    Check.COLLATERAL: collateral,
    Check.WITHIN: within,
    Check.WORKERS: workers,
    Check.COURSE: course,
    Check.SELECTED: selected,
}
