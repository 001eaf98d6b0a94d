"""Parts of a ceiling, by hand from the poor-household programme: home repair, electricity, clean water."""

from dataclasses import replace

import pytest

from dongvon.domain.lending.rules.eligibility.facts import Facts
from dongvon.domain.lending.vocabulary import Check, Outcome
from tests.rules.lending.test_eligibility import MILLION, ON, demand, outcome, owing, wish

REPAIR, WATER = "house_repair", "clean_water"


@pytest.mark.parametrize(
    ("part", "most", "plan", "asked", "lent", "expected"),
    [
        (REPAIR, 3, (("", 57), (REPAIR, 3)), 60, 0, Outcome.MET),
        (REPAIR, 3, (("", 56), (REPAIR, 4)), 60, 0, Outcome.FAILED),
        (REPAIR, 3, (("", 60),), 60, 0, Outcome.MET),
        (REPAIR, 3, (("", 56), (REPAIR, 4)), 59, 0, Outcome.MET),  # one million of its own pays for the rest
        (REPAIR, 3, (("", 38), (REPAIR, 2)), 40, 2, Outcome.FAILED),  # two are owed for it already
        (WATER, 10, (("", 40), (WATER, 10), (WATER, 10)), 60, 10, Outcome.MET),  # ten for each works
        (WATER, 10, (("", 49), (WATER, 11)), 60, 0, Outcome.FAILED),
    ],
)
def test_parts_of_a_poor_households_ceiling_bound_their_lines(
    part: str, most: int, plan: tuple[tuple[str, int], ...], asked: int, lent: int, expected: Outcome
) -> None:
    """QĐ 12/QĐ-HĐQT: of 100 million home repair 3, electricity 1.5, clean water 10 for each works."""
    lines = tuple((use, amount * MILLION) for use, amount in plan)
    debts = (replace(owing("01", 20 * MILLION), uses=((part, lent * MILLION),)),)
    facts = Facts(on=ON, debts=debts, wish=wish(asked * MILLION, plan=lines))
    rule = demand(Check.CEILING, f"per:{part}", "01", number=most * MILLION)
    assert outcome(rule, facts) is expected
    unsure = replace(rule, confidence="remembered")
    assert outcome(unsure, facts) is (Outcome.MET if expected is Outcome.MET else Outcome.DOUBTFUL)


def test_what_was_paid_back_is_no_longer_owed_for_a_part() -> None:
    debts = (replace(owing("01", 1 * MILLION), uses=((REPAIR, 3 * MILLION),)),)
    facts = Facts(on=ON, debts=debts, wish=wish(2 * MILLION, plan=((REPAIR, 2 * MILLION),)))
    assert outcome(demand(Check.CEILING, f"per:{REPAIR}", "01", number=3 * MILLION), facts) is Outcome.MET
