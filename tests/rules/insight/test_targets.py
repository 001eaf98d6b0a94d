"""Ten percent a year with a quarter of it local does not bring thirty percent: worked out by hand from 31/12/2025."""

from decimal import Decimal

import pytest

from dongvon.domain.insight.rules.targets import path

#: Millions of đồng: 31/12/2025 as the branch's report gives it.
OUTSTANDING, LOCAL = 12_101_087, 2_305_392


@pytest.mark.parametrize(
    ("year", "outstanding", "local", "share"),
    [
        (2026, 13_311_196, 2_607_919, "19.59"),
        (2027, 14_642_315, 2_940_699, "20.08"),
        (2028, 16_106_547, 3_306_757, "20.53"),
        (2029, 17_717_201, 3_709_421, "20.94"),
        (2030, 19_488_922, 4_152_351, "21.31"),
    ],
)
def test_the_plan_by_its_own_rates(year: int, outstanding: int, local: int, share: str) -> None:
    steps = path(OUTSTANDING, LOCAL, from_year=2025, until_year=2030, growth=Decimal(10), local_part=Decimal(25))
    step = next(each for each in steps if each.year == year)
    assert (step.outstanding, step.local, step.share) == (outstanding, local, Decimal(share))


def test_a_year_that_is_over_has_no_steps() -> None:
    assert path(1, 1, from_year=2030, until_year=2030, growth=Decimal(10), local_part=Decimal(25)) == ()
