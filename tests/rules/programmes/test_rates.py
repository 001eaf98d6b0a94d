"""Which rate a loan bears on a day: the published history of the poor-household rate, by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.programmes.rules.rates import rate_on, spans
from dongvon.domain.programmes.vocabulary import AppliesTo, RateStep

NEW, OUTSTANDING = AppliesTo.NEW, AppliesTo.OUTSTANDING


def _step(day: str, percent: str, applies_to: AppliesTo, until: str | None = None) -> RateStep:
    end = date.fromisoformat(until) if until else None
    return RateStep(effective_on=date.fromisoformat(day), until=end, percent=Decimal(percent), applies_to=applies_to)


POOR = [
    _step("2014-01-01", "7.2", NEW),
    _step("2015-06-05", "6.6", NEW),
    _step("2021-10-01", "5.94", OUTSTANDING, until="2022-01-01"),
    _step("2025-12-01", "6.24", OUTSTANDING),
]


@pytest.mark.parametrize(
    ("signed", "day", "percent"),
    [
        ("2014-03-01", "2014-03-01", "7.2"),
        ("2014-03-01", "2016-01-01", "7.2"),  # QĐ 750 touched new loans only
        ("2015-06-05", "2016-01-01", "6.6"),
        ("2014-03-01", "2021-10-01", "5.94"),  # the reduction of 2021 touched every loan …
        ("2014-03-01", "2021-12-31", "5.94"),
        ("2014-03-01", "2022-01-01", "7.2"),  # … and gave way to what each had borne before
        ("2019-01-01", "2022-01-01", "6.6"),
        ("2014-03-01", "2025-12-01", "6.24"),  # QĐ 2553 touched every loan for good
        ("2026-05-01", "2026-05-01", "6.24"),
    ],
)
def test_the_poor_household_rate(signed: str, day: str, percent: str) -> None:
    found = rate_on(POOR, signed_on=date.fromisoformat(signed), day=date.fromisoformat(day))
    assert found == Decimal(percent)


def test_no_rate_before_the_first_decision() -> None:
    assert rate_on(POOR, signed_on=date(2013, 1, 1), day=date(2013, 6, 1)) is None


def test_the_life_of_a_loan_signed_in_2014() -> None:
    told = [(f"{span.starts_on:%d/%m/%Y}", str(span.percent)) for span in spans(POOR, signed_on=date(2014, 3, 1))]
    assert told == [("01/03/2014", "7.2"), ("01/10/2021", "5.94"), ("01/01/2022", "7.2"), ("01/12/2025", "6.24")]


DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2030, 12, 31))


@st.composite
def _histories(draw: st.DrawFn) -> list[RateStep]:
    days = sorted(draw(st.sets(DAYS, min_size=1, max_size=6)))
    steps = []
    for day in days:
        length = draw(st.none() | st.integers(1, 400))
        steps.append(
            RateStep(
                effective_on=day,
                until=None if length is None else day + timedelta(days=length),
                percent=Decimal(draw(st.integers(0, 1200))) / 100,
                applies_to=draw(st.sampled_from([NEW, OUTSTANDING])),
            )
        )
    return steps


@given(_histories(), DAYS, DAYS)
def test_spans_say_what_rate_on_says_every_day(steps: list[RateStep], signed: date, day: date) -> None:
    if day < signed:
        return
    covering = [
        span
        for span in spans(steps, signed_on=signed)
        if span.starts_on <= day and (not span.ends_on or day < span.ends_on)
    ]
    expected = rate_on(steps, signed_on=signed, day=day)
    assert [span.percent for span in covering] == ([] if expected is None else [expected])
