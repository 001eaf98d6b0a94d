"""Interest line by line: golden vectors C2, C3, C6, and lines that add up to the đồng."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.rules.explained import Bearing, Moved, explained
from dongvon.domain.lending.rules.interest import RateStep
from dongvon.domain.lending.vocabulary import InterestStore
from dongvon.kernel.money import half_up
from dongvon.kernel.rates import Rate

POOR = (RateStep(date(2015, 6, 5), Rate.of("6.6")), RateStep(date(2025, 12, 1), Rate.of("6.24")))


def _bearing(rates: tuple[RateStep, ...] = POOR, *, grace_until: date | None = None) -> Bearing:
    return Bearing(rates=rates, overdue_percent=Fraction(130), overdue_rate=None, grace_until=grace_until)


def _lent(on: date, amount: int) -> Moved:
    return Moved(on=on, in_term=amount, overdue=0)


def test_a_rate_that_changes_makes_two_lines() -> None:
    """C2: 21 days at 6.6 % are 189,863.01, 9 days at 6.24 % are 76,931.51, together 266,795."""
    first, second = explained([_lent(date(2025, 11, 10), 50_000_000)], bearing=_bearing(), until=date(2025, 12, 10))
    assert (first.days, str(first.rate), first.rounded) == (21, "6.6", 189_863)
    assert (second.days, str(second.rate), second.rounded) == (9, "6.24", 76_932)
    assert [round(float(line.exact), 2) for line in (first, second)] == [189_863.01, 76_931.51]


def test_principal_paid_makes_another_line() -> None:
    """C3: 100 million at 7.488 %, 20 million paid after 14 of 31 days, 566,216."""
    moves = [_lent(date(2026, 1, 1), 100_000_000), _lent(date(2026, 1, 15), -20_000_000)]
    near_poor = _bearing((RateStep(date(2025, 12, 1), Rate.of("7.488")),))
    lines = explained(moves, bearing=near_poor, until=date(2026, 2, 1))
    assert [(line.balance, line.days) for line in lines] == [(100_000_000, 14), (80_000_000, 17)]
    assert sum(line.rounded for line in lines) == 566_216


def test_overdue_principal_bears_its_multiple_in_its_own_store() -> None:
    """C6: 10 million at 8.112 %, 30 days, 66,674."""
    moves = [_lent(date(2026, 1, 10), 10_000_000), Moved(on=date(2026, 3, 10), in_term=-10_000_000, overdue=10_000_000)]
    lines = explained(moves, bearing=_bearing(), until=date(2026, 4, 9))
    (late,) = [line for line in lines if line.store is InterestStore.OVERDUE]
    assert (late.from_on, late.days, str(late.rate), late.rounded) == (date(2026, 3, 10), 30, "8.112", 66_674)
    assert [line.until_on for line in lines if line.store is InterestStore.IN_TERM] == [date(2026, 3, 10)]


def test_interest_of_grace_is_told_apart() -> None:
    """C7, its first part: 20 million from 25/09/2026, 181 days at 6.24 %, 618,871.23."""
    lines = explained(
        [_lent(date(2026, 9, 25), 20_000_000)],
        bearing=_bearing(grace_until=date(2027, 3, 25)),
        until=date(2027, 4, 25),
    )
    assert [(line.store, line.days) for line in lines] == [(InterestStore.GRACE, 181), (InterestStore.IN_TERM, 31)]
    assert lines[0].rounded == 618_871


def test_days_before_the_first_rate_bear_nothing() -> None:
    lines = explained([_lent(date(2015, 6, 4), 36_500_000)], bearing=_bearing(), until=date(2015, 6, 6))
    assert [(line.days, line.rounded) for line in lines] == [(1, 0), (1, 6_600)]


def test_a_loan_without_money_has_no_lines() -> None:
    assert explained([], bearing=_bearing(), until=date(2026, 1, 1)) == ()


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 90_000_001)), min_size=1, max_size=8),
    st.integers(0, 3500),
)
def test_the_lines_of_a_store_add_up_to_its_rounded_sum(lent: list[tuple[int, int]], length: int) -> None:
    start = date(2018, 1, 1)
    moves = [_lent(start + timedelta(days=after), amount) for after, amount in lent]
    lines = explained(moves, bearing=_bearing(), until=start + timedelta(days=length))
    assert sum(line.rounded for line in lines) == half_up(sum((line.exact for line in lines), Fraction(0)))
    assert all(earlier.until_on <= later.from_on for earlier, later in pairwise(lines))
