"""Working days, session days, periods and deadlines."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.kernel.calendar import (
    Period,
    PeriodKind,
    WorkingDays,
    add_months,
    end_before,
    end_of,
    months_between,
    period_of,
    session_before,
    session_from,
)

# Days off around 30/04 and 01/05/2026 (Thursday and Friday), the first session of the next week on Monday.
SPRING = WorkingDays(holidays=frozenset({date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1)}))


@pytest.mark.parametrize(
    ("contractual", "session"),
    [  # golden vector D2, session day 10
        (date(2024, 9, 15), date(2024, 9, 10)),
        (date(2019, 4, 20), date(2019, 4, 10)),
        (date(2019, 6, 11), date(2019, 6, 10)),
        (date(2026, 9, 10), date(2026, 8, 10)),
    ],
)
def test_the_session_before_a_due_date(contractual: date, session: date):
    assert session_before(contractual, session_day=10) == session


def test_the_session_before_a_due_date_of_a_student_loan():
    # golden vector D1, session day 25
    assert session_before(date(2032, 8, 4), session_day=25) == date(2032, 7, 25)
    assert session_before(date(2030, 2, 28), session_day=25) == date(2030, 2, 25)


def test_the_session_before_crosses_the_year_and_short_months():
    assert session_before(date(2026, 1, 5), session_day=10) == date(2025, 12, 10)
    assert session_before(date(2026, 3, 15), session_day=30) == date(2026, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 31))
def test_the_session_before_is_the_last_one_before(contractual: date, session_day: int):
    session = session_before(contractual, session_day=session_day)
    assert session < contractual
    assert session_from(session, session_day=session_day) == session
    assert session_from(contractual, session_day=session_day) >= contractual


def test_three_working_days_over_a_long_holiday():
    assert SPRING.after(date(2026, 4, 24), days=3) == date(2026, 5, 4)
    assert SPRING.before(date(2026, 5, 4), days=2) == date(2026, 4, 28)
    assert SPRING.count(date(2026, 4, 24), until_on=date(2026, 5, 4)) == 3


def test_a_made_up_saturday_is_worked():
    saturday = date(2026, 1, 10)
    assert not WorkingDays().has(saturday)
    assert WorkingDays(made_up=frozenset({saturday})).has(saturday)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_counting_undoes_walking(on: date, days: int):
    assert SPRING.count(on, until_on=SPRING.after(on, days=days)) == days


def test_months_end_without_drift():
    assert [add_months(date(2024, 1, 31), n) for n in (1, 2, 3, 13)] == [
        date(2024, 2, 29),
        date(2024, 3, 31),
        date(2024, 4, 30),
        date(2025, 2, 28),
    ]
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_complete_months():
    assert months_between(date(2026, 9, 25), date(2029, 2, 28)) == 29
    assert months_between(date(2026, 9, 29), date(2029, 2, 28)) == 28


def test_periods_know_their_days():
    assert (Period(PeriodKind.HALF, 2026, 2).starts_on, Period(PeriodKind.HALF, 2026, 2).ends_on) == (
        date(2026, 7, 1),
        date(2026, 12, 31),
    )
    assert period_of(date(2026, 5, 4), kind=PeriodKind.QUARTER) == Period(PeriodKind.QUARTER, 2026, 2)


def test_before_the_fifteenth_ends_at_midnight_in_vietnam():
    assert end_before(date(2026, 12, 15)) == datetime(2026, 12, 14, 17, 0, tzinfo=UTC)
    assert end_of(date(2026, 12, 14)) == end_before(date(2026, 12, 15))
