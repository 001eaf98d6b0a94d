"""The published formula and the ranking with ties."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.workplan.rules.scoring import Counts, Points, Rule, points, rank
from dongvon.domain.workplan.vocabulary import Criterion

RULES = {
    Criterion.TIMELINESS: Rule(weight=Decimal(30), deduction=Decimal("0.05")),
    Criterion.COMPLETENESS: Rule(weight=Decimal(25), deduction=Decimal(0)),
    Criterion.RESULTS: Rule(weight=Decimal(30), deduction=Decimal("0.5")),
    Criterion.QUALITY: Rule(weight=Decimal(15), deduction=Decimal("0.2")),
}
FLAWLESS = Counts(
    unit=UUID(int=1),
    owed=20,
    on_time=20,
    late=0,
    late_days=0,
    asked=50,
    given=50,
    applicable=18,
    done=18,
    in_progress=0,
    returns=0,
    accepted=True,
)


def total(counts: Counts) -> Decimal:
    return points(counts, rules=RULES).total


def test_a_flawless_report_has_a_hundred_points() -> None:
    assert total(FLAWLESS) == 100


def test_three_days_late_cost_fifteen_percent_of_timeliness() -> None:
    late = replace(FLAWLESS, on_time=0, late=20, late_days=60)
    assert points(late, rules=RULES).by_criterion[Criterion.TIMELINESS] == Decimal("25.50")


def test_a_month_late_costs_all_of_timeliness_and_no_more() -> None:
    late = replace(FLAWLESS, on_time=0, late=20, late_days=600)
    assert total(late) == 70


def test_half_given_is_half_of_completeness() -> None:
    assert total(replace(FLAWLESS, given=25)) == Decimal("87.50")


def test_work_in_progress_counts_half() -> None:
    half = replace(FLAWLESS, done=8, in_progress=10)
    assert points(half, rules=RULES).by_criterion[Criterion.RESULTS] == Decimal("21.67")


def test_each_return_costs_a_fifth_of_quality() -> None:
    assert total(replace(FLAWLESS, returns=2)) == 94
    assert total(replace(FLAWLESS, returns=9)) == 85


def test_who_sent_nothing_has_nothing() -> None:
    silent = Counts(
        unit=UUID(int=2),
        owed=20,
        on_time=0,
        late=0,
        late_days=0,
        asked=50,
        given=0,
        applicable=0,
        done=0,
        in_progress=0,
        returns=0,
        accepted=False,
    )
    assert total(silent) == 0


@given(
    st.builds(
        Counts,
        unit=st.uuids(),
        owed=st.integers(0, 50),
        on_time=st.integers(0, 25),
        late=st.integers(0, 25),
        late_days=st.integers(0, 2000),
        asked=st.integers(0, 99),
        given=st.integers(0, 99),
        applicable=st.integers(0, 50),
        done=st.integers(0, 25),
        in_progress=st.integers(0, 25),
        returns=st.integers(0, 9),
        accepted=st.booleans(),
    )
)
def test_points_stay_within_their_weights(counts: Counts) -> None:
    found = points(counts, rules=RULES)
    assert all(0 <= found.by_criterion[each] <= RULES[each].weight for each in Criterion)
    assert found.total == sum(found.by_criterion.values())


def with_total(number: int, value: int) -> Points:
    return Points(unit=UUID(int=number), by_criterion={}, total=Decimal(value))


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    found = rank([with_total(1, 80), with_total(2, 90), with_total(3, 85), with_total(4, 85)])
    assert [(each.rank, int(each.points.total)) for each in found] == [(1, 90), (2, 85), (2, 85), (4, 80)]


def test_the_order_within_a_tie_does_not_hang_on_the_order_given() -> None:
    tied = [with_total(2, 85), with_total(1, 85)]
    assert rank(tied) == rank(reversed(tied))
