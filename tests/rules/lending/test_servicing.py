"""Order of payments, extension, overdue transfer and risk: golden vectors D6 and E and the rules around them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.rules.allocation import Claim, ClaimKind, allocate, spread
from dongvon.domain.lending.rules.asking import AskingRule, latest_asking
from dongvon.domain.lending.rules.extension import (
    BeyondLimit,
    ExtensionLimit,
    LimitBase,
    extended,
    latest_on,
    months_left,
    most_months,
)
from dongvon.domain.lending.rules.overdue import (
    BeyondNextDue,
    Regime,
    Unpaid,
    UnpaidPart,
    goes_overdue,
    rescheduled,
)
from dongvon.domain.lending.rules.risk import (
    DamageBand,
    FreezeFirst,
    Measure,
    NotFrozenBefore,
    TooLong,
    band_of,
    freeze_ends_on,
    further_freeze_ends_on,
    require_write_off,
)
from dongvon.kernel.calendar import WorkingDays

IN_TERM = (
    ClaimKind.INTEREST_ARREARS,
    ClaimKind.CURRENT_INTEREST,
    ClaimKind.DUE_PRINCIPAL,
    ClaimKind.FURTHER_PRINCIPAL,
)
OWED = [
    Claim(ClaimKind.FURTHER_PRINCIPAL, date(2026, 5, 10), 40_000_000),
    Claim(ClaimKind.DUE_PRINCIPAL, date(2026, 5, 10), 10_000_000),
    Claim(ClaimKind.INTEREST_ARREARS, date(2026, 4, 10), 264_986),
    Claim(ClaimKind.CURRENT_INTEREST, date(2026, 5, 10), 256_438),
    Claim(ClaimKind.INTEREST_ARREARS, date(2026, 3, 10), 239_342),
]


def test_oldest_arrears_are_met_first():
    found = allocate(300_000, claims=OWED, order=IN_TERM)
    assert [(each.claim.since, each.amount) for each in found.met] == [
        (date(2026, 3, 10), 239_342),
        (date(2026, 4, 10), 60_658),
    ]


def test_another_order_is_another_row():
    found = allocate(10_100_000, claims=OWED, order=IN_TERM[::-1][1:])
    assert found.of(ClaimKind.DUE_PRINCIPAL) == 10_000_000
    assert found.of(ClaimKind.CURRENT_INTEREST) == 100_000
    assert found.of(ClaimKind.FURTHER_PRINCIPAL) == 0


@given(st.integers(0, 10**9))
def test_no_payment_loses_or_makes_a_dong(amount: int):
    found = allocate(amount, claims=OWED, order=IN_TERM)
    assert sum(each.amount for each in found.met) + found.left == amount
    assert found.left == max(amount - sum(each.amount for each in OWED), 0)


def test_grace_interest_is_spread_over_the_instalments():
    assert spread(5_446_751, over=[10_000_000] * 4) == (1_361_687, 1_361_687, 1_361_687, 1_361_690)


LIMITS = (ExtensionLimit(up_to_months=12, months=12), ExtensionLimit(percent=50))


@pytest.mark.parametrize(("term", "most"), [(12, 12), (48, 24), (60, 30), (70, 35)])
def test_short_loans_gain_a_year_and_longer_ones_half_their_term(term: int, most: int):
    # golden vector D5: a water loan of 48 months → 24
    assert most_months(term_months=term, repayment_months=0, limits=LIMITS) == most


def test_a_student_loan_gains_half_its_repayment():
    limits = (ExtensionLimit(percent=50, base=LimitBase.REPAYMENT),)
    assert most_months(term_months=108, repayment_months=48, limits=limits) == 24
    assert most_months(term_months=108, repayment_months=48, limits=()) == 0


def test_d6_the_latest_day_of_a_housing_extension():
    # Exam bank: due 30/11/2021, at most 30/11/2023
    assert latest_on(date(2021, 11, 30), most=24) == date(2023, 11, 30)


def test_several_extensions_stay_within_one_limit():
    due = date(2021, 8, 31)
    first = extended(contractual_on=due, extended_on=due, months=18, most=24)
    assert first == date(2023, 2, 28)
    assert months_left(contractual_on=due, extended_on=date(2023, 3, 31), most=24) == 5
    with pytest.raises(BeyondLimit) as refusal:
        extended(contractual_on=due, extended_on=date(2023, 3, 31), months=6, most=24)
    assert refusal.value.values == {"left": 5, "latest": date(2023, 8, 31)}


REGIMES = (Regime(date(2003, 1, 1), Unpaid.CARRIED), Regime(date(2026, 3, 1), Unpaid.OVERDUE))
PARTS = (
    UnpaidPart(due_on=date(2027, 3, 10), amount=10_000_000),
    UnpaidPart(due_on=date(2028, 3, 10), amount=12_000_000),
)


@pytest.mark.parametrize(
    ("contract_on", "on", "moved"),
    [
        (date(2026, 2, 28), date(2027, 3, 10), 0),
        (date(2026, 3, 1), date(2027, 3, 9), 0),
        (date(2026, 3, 1), date(2027, 3, 10), 10_000_000),
        (date(2026, 2, 28), date(2028, 3, 10), 22_000_000),
        (date(2026, 3, 1), date(2028, 3, 10), 22_000_000),
    ],
)
def test_both_regimes_of_an_unpaid_instalment(contract_on: date, on: date, moved: int):
    found = goes_overdue(PARTS, contract_on=contract_on, final_on=date(2028, 3, 10), regimes=REGIMES, on=on)
    assert found == moved


def test_a_rescheduled_instalment_waits_for_its_new_day():
    part = UnpaidPart(due_on=date(2027, 3, 10), amount=10_000_000, rescheduled_on=date(2027, 9, 10))
    days = [date(2027, 3, 10), date(2027, 9, 9), date(2027, 9, 10)]
    moved = [
        goes_overdue([part], contract_on=date(2026, 3, 1), final_on=date(2028, 3, 10), regimes=REGIMES, on=on)
        for on in days
    ]
    assert moved == [0, 0, 10_000_000]


def test_a_new_day_stays_before_the_next_instalment_and_the_end():
    assert rescheduled(to=date(2028, 3, 10), next_due_on=date(2028, 3, 10), final_on=date(2028, 9, 10))
    with pytest.raises(BeyondNextDue):
        rescheduled(to=date(2028, 3, 11), next_due_on=date(2028, 3, 10), final_on=date(2028, 9, 10))
    with pytest.raises(BeyondNextDue):
        rescheduled(to=date(2028, 9, 11), next_due_on=None, final_on=date(2028, 9, 10))


BANDS = (
    DamageBand(Fraction(0), Measure.EXTEND),
    DamageBand(Fraction(40), Measure.FREEZE, 36),
    DamageBand(Fraction(80), Measure.FREEZE, 60),
)


@pytest.mark.parametrize(
    ("percent", "measure", "most"),
    [  # golden vector E
        ("39.9", Measure.EXTEND, None),
        ("40", Measure.FREEZE, 36),
        ("79.9", Measure.FREEZE, 36),
        ("80", Measure.FREEZE, 60),
        ("100", Measure.FREEZE, 60),
    ],
)
def test_damage_decides_the_measure(percent: str, measure: Measure, most: int | None):
    band = band_of(Fraction(percent), bands=BANDS)
    assert (band.measure, band.most_months) == (measure, most)


def test_damage_is_compared_exactly():
    # 39,999,999 of 100 million is not 40 %
    assert band_of(Fraction(100 * 39_999_999, 100_000_000), bands=BANDS).measure is Measure.EXTEND


def test_a_freeze_runs_from_its_decision_and_no_longer_than_its_band():
    assert freeze_ends_on(date(2026, 8, 31), months=36, most=36) == date(2029, 8, 31)
    with pytest.raises(TooLong):
        freeze_ends_on(date(2026, 8, 31), months=37, most=36)


def test_a_further_freeze_is_no_longer_than_the_one_before():
    # golden vector E: after a freeze of three years, at most three more
    ended = date(2026, 6, 30)
    assert further_freeze_ends_on(
        decided_on=date(2026, 7, 15), months=36, previous_months=36, previous_ends_on=ended
    ) == date(2029, 7, 15)
    with pytest.raises(TooLong):
        further_freeze_ends_on(decided_on=ended, months=37, previous_months=36, previous_ends_on=ended)
    with pytest.raises(NotFrozenBefore):
        further_freeze_ends_on(decided_on=date(2026, 6, 29), months=12, previous_months=36, previous_ends_on=ended)


def test_a_death_with_heirs_is_frozen_before_it_is_written_off():
    # Exam bank, question 4: struck (106), heirs unable; then the freeze has ended (110); nobody left to pay (109)
    for code, ended in (("106", False), ("106", True), ("110", False)):
        with pytest.raises(FreezeFirst):
            require_write_off(code, freeze_ended=ended)
    require_write_off("110", freeze_ended=True)
    require_write_off("109", freeze_ended=False)


@pytest.mark.parametrize(
    ("due_on", "days", "or_session", "session_day", "latest"),
    [
        (date(2026, 6, 10), 5, False, 10, date(2026, 6, 3)),  # Wednesday, over one weekend
        (date(2026, 9, 4), 3, False, None, date(2026, 8, 31)),  # Friday: 03/09, then 01/09 as the 2nd is a holiday
        (date(2026, 6, 10), 3, True, 10, date(2026, 6, 10)),  # the session of the due day itself
        (date(2026, 6, 12), 3, True, 10, date(2026, 6, 10)),  # the session is later than Tuesday 09/06
        (date(2026, 6, 12), 3, True, 25, date(2026, 6, 9)),  # the last session was on 25/05
    ],
)
def test_a_paper_is_in_so_many_working_days_ahead_or_on_the_session(
    due_on: date, days: int, or_session: bool, session_day: int | None, latest: date
) -> None:
    rule = AskingRule(working_days=days, or_session=or_session)
    week = WorkingDays(holidays=frozenset({date(2026, 9, 2)}))
    assert latest_asking(due_on, rule=rule, session_day=session_day, week=week) == latest
