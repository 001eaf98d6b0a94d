"""Conditions held against facts: each is met, fails, or waits for something to be shown.

Sources: the programmes' own texts; every list, age,
share, amount and paper is a dated row, none of them stands here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dongvon.domain.lending.rules.eligibility.checks import CHECKS
from dongvon.domain.lending.rules.eligibility.facts import Demand, Facts
from dongvon.domain.lending.vocabulary import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition stands, and the record that says so."""

    demand: Demand
    outcome: Outcome
    record: object = None


def findings(demands: Iterable[Demand], facts: Facts) -> list[Finding]:
    """Every condition with its outcome, in the order given."""
    return [Finding(each, *CHECKS[each.check](each, facts)) for each in demands]


def verdict_of(found: Iterable[Finding]) -> Verdict:
    """One failure is enough to say no; without any, something missing is enough to wait."""
    outcomes = [finding.outcome for finding in found if not finding.demand.alternative]
    outcomes += _alternatives(found)
    if Outcome.FAILED in outcomes:
        return Verdict.INELIGIBLE
    return Verdict.INCOMPLETE if Outcome.MISSING in outcomes else Verdict.ELIGIBLE


def verdict(demands: Sequence[Demand], facts: Facts) -> Verdict:
    """The verdict alone: as `verdict_of`, and it stops at the first failure that no alternative can heal."""
    waiting = False
    either = []
    for each in demands:
        outcome, record = CHECKS[each.check](each, facts)
        if each.alternative:
            either.append(Finding(each, outcome, record))
        elif outcome is Outcome.FAILED:
            return Verdict.INELIGIBLE
        elif outcome is Outcome.MISSING:
            waiting = True
    if not either:
        return Verdict.INCOMPLETE if waiting else Verdict.ELIGIBLE
    healed = verdict_of(either)
    return Verdict.INCOMPLETE if waiting and healed is Verdict.ELIGIBLE else healed


def _alternatives(found: Iterable[Finding]) -> list[Outcome]:
    best: dict[str, Outcome] = {}
    order = (Outcome.FAILED, Outcome.MISSING, Outcome.MET)
    for finding in found:
        name = finding.demand.alternative
        if name:
            best[name] = max(best.get(name, Outcome.FAILED), finding.outcome, key=order.index)
    return list(best.values())
