"""Where a rate of growth and a part of it from local capital lead: the arithmetic of the plan's own targets.

Source: the city's plan and the branch's figures of 31/12/2025. Local capital's
share of debts follows from growth; its share of capital does not.
"""

from decimal import Decimal
from fractions import Fraction

from dongvon.domain.insight.vocabulary import Step, percent
from dongvon.kernel.money import half_up


def path(
    outstanding: int, local: int, *, from_year: int, until_year: int, growth: Decimal, local_part: Decimal
) -> tuple[Step, ...]:
    """Debts at the end of each year after `from_year`; both rates in percent, exact until they are shown."""
    total, of_local = Fraction(outstanding), Fraction(local)
    steps = []
    for year in range(from_year + 1, until_year + 1):
        grown = total * Fraction(growth) / 100
        total, of_local = total + grown, of_local + grown * Fraction(local_part) / 100
        owed, from_local = half_up(total), half_up(of_local)
        steps.append(Step(year=year, outstanding=owed, local=from_local, share=percent(from_local, owed)))
    return tuple(steps)
