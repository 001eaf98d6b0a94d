"""A timing given by a person names exactly what its kind needs."""

import pytest

from dongvon.domain.workplan.rules.timing import UnclearTiming, check_timing
from dongvon.domain.workplan.vocabulary import ClauseTiming


@pytest.mark.parametrize(
    "timing",
    [
        ClauseTiming(kind="continuous"),
        ClauseTiming(kind="undetermined"),
        ClauseTiming(kind="before_day_each_year", day=29, month=2),
        ClauseTiming(kind="by_date", day=30, month=9, year=2027),
        ClauseTiming(kind="quarter", quarter=4, year=2027),
        ClauseTiming(kind="range", from_year=2026, to_year=2026),
    ],
)
def test_clear(timing: ClauseTiming) -> None:
    check_timing(timing)


@pytest.mark.parametrize(
    "timing",
    [
        ClauseTiming(kind="undetermined", year=2027),
        ClauseTiming(kind="continuous", month=12),
        ClauseTiming(kind="before_day_each_year", day=15),
        ClauseTiming(kind="before_day_each_year", day=0, month=0),
        ClauseTiming(kind="by_date", day=31, month=9, year=2027),
        ClauseTiming(kind="by_date", day=29, month=2, year=2027),
        ClauseTiming(kind="quarter", quarter=5, year=2027),
        ClauseTiming(kind="range", from_year=2027, to_year=2026),
    ],
)
def test_unclear(timing: ClauseTiming) -> None:
    with pytest.raises(UnclearTiming):
        check_timing(timing)
