"""Named days become moments on the clocks of Vietnam; lateness begins after grace, not before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.workplan.rules.deadlines import Terms, extended, is_late, moments

PLAIN = Terms(named_day_counts=False, opens_days_before=75, grace_days=0, locks_days_after=47)
MIDNIGHT_OF_THE_14TH = datetime(2026, 12, 14, 17, 0, tzinfo=UTC)  # 24:00 in Vietnam, seven hours ahead


def test_before_15_12_ends_on_the_14th_at_24_hours() -> None:
    assert moments(date(2026, 12, 15), before=True, terms=PLAIN).due_at == MIDNIGHT_OF_THE_14TH


@pytest.mark.parametrize(("before", "counts"), [(False, False), (True, True), (False, True)])
def test_otherwise_the_named_day_counts_in(before: bool, counts: bool) -> None:
    terms = Terms(named_day_counts=counts, opens_days_before=75, grace_days=0, locks_days_after=47)
    due_at = moments(date(2026, 12, 15), before=before, terms=terms).due_at
    assert due_at == MIDNIGHT_OF_THE_14TH + timedelta(days=1)


def test_a_year_s_report_opens_in_october_and_locks_at_the_end_of_january() -> None:
    when = moments(date(2026, 12, 15), before=True, terms=PLAIN)
    assert when.opens_at == datetime(2026, 9, 30, 17, 0, tzinfo=UTC)  # 0:00 on 1 October
    assert when.locks_at == datetime(2027, 1, 30, 17, 0, tzinfo=UTC)  # 24:00 on 30 January


def test_an_extension_counts_its_last_day_in() -> None:
    assert extended(date(2026, 12, 20), terms=PLAIN).due_at == datetime(2026, 12, 20, 17, 0, tzinfo=UTC)


def test_late_is_after_grace_and_never_when_let_off() -> None:
    grace, later = MIDNIGHT_OF_THE_14TH, MIDNIGHT_OF_THE_14TH + timedelta(microseconds=1)
    assert not is_late(grace_until=grace, met_at=grace, at=later, waived=False)
    assert is_late(grace_until=grace, met_at=later, at=later, waived=False)
    assert is_late(grace_until=grace, met_at=None, at=later, waived=False)
    assert not is_late(grace_until=grace, met_at=None, at=grace, waived=False)
    assert not is_late(grace_until=grace, met_at=None, at=later, waived=True)


@given(
    named_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    before=st.booleans(),
    counts=st.booleans(),
    opens=st.integers(0, 200),
    grace=st.integers(0, 30),
    more=st.integers(0, 60),
)
def test_moments_are_in_order(named_on: date, before: bool, counts: bool, opens: int, grace: int, more: int) -> None:
    terms = Terms(named_day_counts=counts, opens_days_before=opens + 1, grace_days=grace, locks_days_after=grace + more)
    when = moments(named_on, before=before, terms=terms)
    assert when.opens_at < when.due_at <= when.grace_until <= when.locks_at
