"""Conditions held against facts: each is met, fails, waits for something to be shown, or for an officer's word.

Sources: the programmes' own texts; every list, age, share, amount and paper is a dated row, none of them stands here.
A row that nobody has confirmed never says no by itself (record 0011).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dongvon.domain.lending.rules.eligibility.checks import CHECKS
from dongvon.domain.lending.rules.eligibility.facts import Demand, Facts
from dongvon.domain.lending.vocabulary import Outcome, Verdict
from dongvon.kernel.confidence import Confidence

#: What each outcome, as the worst of all, makes of the whole; the worst first.
VERDICTS: Final[Mapping[Outcome, Verdict]] = {
    Outcome.FAILED: Verdict.INELIGIBLE,
    Outcome.MISSING: Verdict.INCOMPLETE,
    Outcome.DOUBTFUL: Verdict.DOUBTFUL,
    Outcome.MET: Verdict.ELIGIBLE,
}
ORDER: Final = tuple(VERDICTS)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition stands, and the record that says so."""

    demand: Demand
    outcome: Outcome
    record: object = None


def findings(demands: Iterable[Demand], facts: Facts) -> list[Finding]:
    """Every condition with its outcome, in the order given."""
    return [_finding(each, facts) for each in demands]


def verdict_of(found: Iterable[Finding]) -> Verdict:
    """One failure is enough to say no; without any, something missing is enough to wait, then a doubt to be told."""
    outcomes = [finding.outcome for finding in found if not finding.demand.alternative]
    outcomes += _alternatives(found)
    return VERDICTS[min(outcomes, key=ORDER.index, default=Outcome.MET)]


def verdict(demands: Sequence[Demand], facts: Facts) -> Verdict:
    """The verdict alone: as `verdict_of`, and it stops at the first failure that no alternative can heal."""
    found = []
    for each in demands:
        finding = _finding(each, facts)
        if finding.outcome is Outcome.FAILED and not each.alternative:
            return Verdict.INELIGIBLE
        if finding.outcome is not Outcome.MET or each.alternative:
            found.append(finding)
    return verdict_of(found)


def _finding(demand: Demand, facts: Facts) -> Finding:
    outcome, record = CHECKS[demand.check](demand, facts)
    if outcome is not Outcome.MET and not Confidence(demand.confidence).binds:
        outcome = Outcome.DOUBTFUL
    return Finding(demand, outcome, record)


def _alternatives(found: Iterable[Finding]) -> list[Outcome]:
    best: dict[str, Outcome] = {}
    for finding in found:
        name = finding.demand.alternative
        if name:
            best[name] = max(best.get(name, Outcome.FAILED), finding.outcome, key=ORDER.index)
    return list(best.values())
