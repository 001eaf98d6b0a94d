"""Conditions against facts: by hand from the programmes' texts, and what must hold for all of them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.rules.eligibility.engine import findings, verdict, verdict_of
from dongvon.domain.lending.rules.eligibility.facts import Course, Debt, Demand, Facts, Listing, Wish
from dongvon.domain.lending.vocabulary import Check, Outcome, Verdict

ON = date(2026, 11, 24)
HOA, TUNG = UUID(int=1), UUID(int=2)
MILLION = 1_000_000


def on_list(kind: str, since: date = date(2026, 1, 1), until: date | None = None) -> Listing:
    return Listing(kind=kind, from_on=since, until_on=until, decision="12/QĐ-UBND", decided_on=since)


def owing(programme: str, owed: int, *, overdue: int = 0, person: UUID = HOA, promised: int = 0) -> Debt:
    return Debt(programme=programme, number="66", person=person, owed=owed, overdue=overdue, promised=promised)


def demand(check: Check, *values: str, number: int | None = None, alternative: str = "", **more: str) -> Demand:
    most = None if number is None else Decimal(number)
    return Demand(code="x", check=check, values=frozenset(values), number=most, alternative=alternative, **more)


def outcome(asked: Demand, facts: Facts) -> Outcome:
    return findings([asked], facts)[0].outcome


def wish(amount: int, **more: object) -> Wish:
    return replace(Wish(amount=amount, term_months=36), **more)


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 11, 23), Outcome.MET), (date(2026, 11, 24), Outcome.FAILED)],
    ids=["one day before 36 months", "after 36 months"],
)
def test_newly_escaped_is_36_months(on: date, expected: Outcome) -> None:
    """QĐ 28/2015: exit_date <= loan_date < exit_date + 36 months."""
    facts = Facts(on=on, listings=(on_list("escaped", date(2023, 11, 24)),))
    assert outcome(demand(Check.LISTED, "escaped", number=36), facts) is expected


def test_a_list_counts_until_the_day_it_ends() -> None:
    listed = demand(Check.LISTED, "poor")
    until = on_list("poor", until=ON)
    assert outcome(listed, Facts(on=ON, listings=(until,))) is Outcome.FAILED
    assert outcome(listed, Facts(on=date(2026, 11, 23), listings=(until,))) is Outcome.MET


def test_a_business_household_is_on_no_poor_list() -> None:
    """QĐ 31/2007: not poor, near-poor or newly escaped."""
    rule = demand(Check.NOT_LISTED, "poor", "near_poor", "escaped")
    assert outcome(rule, Facts(on=ON, listings=(on_list("near_poor"),))) is Outcome.FAILED
    assert outcome(rule, Facts(on=ON, listings=(on_list("average"),))) is Outcome.MET


def test_a_debt_bars_while_it_is_owed_or_promised() -> None:
    rule = demand(Check.BARRED, "01")
    assert outcome(rule, Facts(on=ON, debts=(owing("01", 1),))) is Outcome.FAILED
    assert outcome(rule, Facts(on=ON, debts=(owing("01", 0, promised=5),))) is Outcome.FAILED
    assert outcome(rule, Facts(on=ON, debts=(owing("01", 0),))) is Outcome.MET


def test_a_housing_policy_is_used_once_even_when_paid_back() -> None:
    """NĐ 100/2024 art. 46."""
    rule = demand(Check.ONCE, "12.mua", "07")
    assert outcome(rule, Facts(on=ON, debts=(owing("07", 0),))) is Outcome.FAILED


@pytest.mark.parametrize(("asked", "expected"), [(40, Outcome.MET), (41, Outcome.FAILED)])
def test_a_household_owes_at_most_its_ceiling(asked: int, expected: Outcome) -> None:
    """QĐ 12/QĐ-HĐQT: 100 million a household; 60 owed leave 40."""
    rule = demand(Check.CEILING, "per:household", "01", number=100 * MILLION)
    facts = Facts(on=ON, debts=(owing("01", 60 * MILLION), owing("19", 99 * MILLION)), wish=wish(asked * MILLION))
    assert outcome(rule, facts) is expected


def test_two_members_share_the_household_ceiling_but_not_the_personal_one() -> None:
    debts = (owing("26.san-xuat", 90 * MILLION, person=TUNG),)
    facts = Facts(on=ON, debts=debts, borrower=HOA, wish=wish(50 * MILLION))
    assert outcome(demand(Check.CEILING, "per:person", "26.san-xuat", number=100 * MILLION), facts) is Outcome.MET
    shared = demand(Check.CEILING, "per:household", "26.san-xuat", number=100 * MILLION)
    assert outcome(shared, facts) is Outcome.FAILED


@pytest.mark.parametrize(
    ("owed", "works", "asked", "expected"),
    [
        (25, 1, 25, Outcome.MET),  # water is there, sanitation is asked for
        (0, 2, 50, Outcome.MET),
        (0, 1, 26, Outcome.FAILED),
        (25, 2, 26, Outcome.FAILED),
        (50, 1, 1, Outcome.FAILED),
    ],
)
def test_water_and_sanitation_are_25_million_each(owed: int, works: int, asked: int, expected: Outcome) -> None:
    """QĐ 10/2024: 25 million per type, 50 in all."""
    rule = demand(Check.CEILING, "per:work", "06", number=25 * MILLION)
    facts = Facts(on=ON, debts=(owing("06", owed * MILLION),), wish=wish(asked * MILLION, works=works))
    assert outcome(rule, facts) is expected


@pytest.mark.parametrize(("asked", "expected"), [(470, Outcome.MET), (471, Outcome.FAILED)])
def test_a_home_of_700_with_230_paid_is_lent_470(asked: int, expected: Outcome) -> None:
    """Exam bank (golden vector D5): 80 % would be 560, but only 470 are left to pay."""
    rule = demand(Check.CEILING, "per:contract_share", "12.mua", number=80)
    facts = Facts(on=ON, wish=wish(asked * MILLION, value=700 * MILLION, paid=230 * MILLION))
    assert outcome(rule, facts) is expected


@pytest.mark.parametrize(("asked", "expected"), [(460, Outcome.MET), (490, Outcome.MET), (491, Outcome.FAILED)])
def test_building_is_lent_70_percent_of_the_estimate(asked: int, expected: Outcome) -> None:
    """Exam bank (golden vector D5): estimate 700 million, 460 asked, 460 lent; 70 % are 490."""
    rule = demand(Check.CEILING, "per:estimate_share", "12.xay", number=70)
    assert outcome(rule, Facts(on=ON, wish=wish(asked * MILLION, value=700 * MILLION))) is expected


@pytest.mark.parametrize(
    ("collateral", "expected"), [(None, Outcome.MISSING), (700, Outcome.MET), (699, Outcome.FAILED)]
)
def test_building_is_lent_70_percent_of_the_security(collateral: int | None, expected: Outcome) -> None:
    """NĐ 100/2024: 70 % of the estimate, at most a billion, at most 70 % of the security."""
    rule = demand(Check.CEILING, "per:collateral_share", "12.xay", number=70)
    worth = None if collateral is None else collateral * MILLION
    assert outcome(rule, Facts(on=ON, wish=wish(490 * MILLION, value=700 * MILLION, collateral=worth))) is expected


def test_a_student_is_lent_four_million_a_month_of_study() -> None:
    """QĐ 05/2022: 4 million a month, 40 million a school year of ten months; four years make 160."""
    rule = demand(Check.CEILING, "per:month", "02", number=4 * MILLION)
    course = Course(ends_on=date(2030, 6, 30), months=40, tuition=90 * MILLION)
    assert outcome(rule, Facts(on=ON, wish=wish(160 * MILLION, course=course))) is Outcome.MET
    assert outcome(rule, Facts(on=ON, wish=wish(160 * MILLION + 1, course=course))) is Outcome.FAILED
    assert outcome(rule, Facts(on=ON, wish=wish(160 * MILLION))) is Outcome.MISSING


def test_stem_lends_tuition_on_top() -> None:
    """QĐ 29/2025: full tuition net of scholarships and living costs up to 5 million a month."""
    rule = demand(Check.CEILING, "per:month", "02.stem", "plus:tuition", number=5 * MILLION)
    course = Course(ends_on=date(2030, 6, 30), months=40, tuition=90 * MILLION)
    assert outcome(rule, Facts(on=ON, wish=wish(290 * MILLION, course=course))) is Outcome.MET
    assert outcome(rule, Facts(on=ON, wish=wish(291 * MILLION, course=course))) is Outcome.FAILED


@pytest.mark.parametrize(("income", "expected"), [(25, Outcome.MET), (26, Outcome.FAILED), (None, Outcome.MISSING)])
def test_a_single_buyer_earns_up_to_25_million(income: int | None, expected: Outcome) -> None:
    """NĐ 136/2026, from 07/04/2026."""
    rule = demand(Check.INCOME, "single", number=25 * MILLION)
    facts = Facts(on=ON, wish=wish(MILLION, monthly_income=income and income * MILLION))
    assert outcome(rule, facts) is expected


def test_a_trader_brings_a_fifth() -> None:
    """QĐ 92/2009: own capital of at least 20 percent."""
    rule = demand(Check.OWN_SHARE, number=20)
    assert outcome(rule, Facts(on=ON, wish=wish(80 * MILLION, own=20 * MILLION))) is Outcome.MET
    assert outcome(rule, Facts(on=ON, wish=wish(81 * MILLION, own=20 * MILLION))) is Outcome.FAILED


def test_one_of_the_alternatives_is_enough() -> None:
    """QĐ 29/2025 art. 3: the school record, or the sciences' average."""
    asked = [
        demand(Check.PAPER, "three_years_fair", alternative="record"),
        demand(Check.PAPER, "science_average_8", alternative="record"),
    ]
    with_one = Facts(on=ON, wish=wish(MILLION, papers=frozenset({"science_average_8"})))
    assert verdict(asked, with_one) is Verdict.ELIGIBLE
    assert verdict(asked, Facts(on=ON, wish=wish(MILLION))) is Verdict.INCOMPLETE


def test_an_age_is_reached_on_the_birthday() -> None:
    rule = demand(Check.AGE, number=18)
    assert outcome(rule, Facts(on=ON, born_on=date(2008, 11, 24))) is Outcome.MET
    assert outcome(rule, Facts(on=ON, born_on=date(2008, 11, 25))) is Outcome.FAILED


def test_nothing_overdue() -> None:
    rule = demand(Check.NOT_OVERDUE)
    assert outcome(rule, Facts(on=ON, debts=(owing("06", 5, overdue=1),))) is Outcome.FAILED


@pytest.mark.parametrize("sure", ["confirmed", "second_hand"])
def test_a_rule_somebody_read_refuses(sure: str) -> None:
    rule = demand(Check.NOT_OVERDUE, confidence=sure)
    assert verdict([rule], Facts(on=ON, debts=(owing("06", 5, overdue=1),))) is Verdict.INELIGIBLE


@pytest.mark.parametrize("sure", ["remembered", "inferred"])
def test_a_rule_nobody_read_waits_for_an_officer(sure: str) -> None:
    """Record 0011: neither a failure nor a paper that such a rule misses stops a file."""
    late, paper = demand(Check.NOT_OVERDUE, confidence=sure), demand(Check.PAPER, "works", confidence=sure)
    facts = Facts(on=ON, debts=(owing("06", 5, overdue=1),), wish=wish(MILLION))
    assert [found.outcome for found in findings([late, paper], facts)] == [Outcome.DOUBTFUL, Outcome.DOUBTFUL]
    assert verdict([late, paper], facts) is Verdict.DOUBTFUL
    assert verdict([late, demand(Check.GROUP_MEMBER)], facts) is Verdict.INCOMPLETE
    assert verdict([late, demand(Check.LISTED, "poor")], facts) is Verdict.INELIGIBLE
    assert verdict([late], Facts(on=ON)) is Verdict.ELIGIBLE


KINDS = ("poor", "near_poor", "escaped", "average", "student", "released")
PROGRAMMES = ("01", "19", "09", "10", "06")

listings = st.builds(
    on_list, st.sampled_from(KINDS), st.dates(date(2022, 1, 1), ON), st.none() | st.dates(ON, date(2028, 1, 1))
)
debts = st.builds(owing, st.sampled_from(PROGRAMMES), st.integers(0, 120 * MILLION))
wishes = st.builds(wish, st.integers(1, 200 * MILLION), papers=st.frozensets(st.sampled_from(("01/UQ", "works"))))
households = st.builds(
    Facts,
    on=st.just(ON),
    listings=st.lists(listings, max_size=4).map(tuple),
    debts=st.lists(debts, max_size=3).map(tuple),
    born_on=st.none() | st.dates(date(1940, 1, 1), ON),
    group_member=st.booleans(),
    areas=st.frozensets(st.sampled_from(("rural", "difficult"))),
    wish=st.none() | wishes,
)
demands = st.one_of(
    st.builds(lambda kinds: demand(Check.LISTED, *kinds), st.sets(st.sampled_from(KINDS), min_size=1)),
    st.builds(lambda number: demand(Check.LISTED, "escaped", number=number), st.integers(1, 60)),
    st.builds(lambda kinds: demand(Check.NOT_LISTED, *kinds), st.sets(st.sampled_from(KINDS), min_size=1)),
    st.builds(lambda keys: demand(Check.BARRED, *keys), st.sets(st.sampled_from(PROGRAMMES), min_size=1)),
    st.builds(lambda age: demand(Check.AGE, number=age), st.integers(15, 60)),
    st.builds(lambda mark: demand(Check.PAPER, "01/UQ", alternative=mark), st.sampled_from(("", "either"))),
    st.builds(lambda mark: demand(Check.PAPER, "works", alternative=mark), st.sampled_from(("", "either"))),
    st.sampled_from([demand(Check.GROUP_MEMBER), demand(Check.NOT_OVERDUE), demand(Check.AREA, "rural")]),
    st.just(demand(Check.CEILING, "per:household", "01", number=100 * MILLION)),
).flatmap(lambda asked: st.sampled_from([asked, replace(asked, confidence="remembered")]))
RANK = (Verdict.INELIGIBLE, Verdict.INCOMPLETE, Verdict.DOUBTFUL, Verdict.ELIGIBLE)


@given(asked=st.lists(demands, max_size=8), facts=households, more=listings)
def test_an_entitlement_takes_none_away_unless_a_rule_says_so(asked: list[Demand], facts: Facts, more: Listing) -> None:
    richer = replace(facts, listings=(*facts.listings, more))
    forbids = any(each.check is Check.NOT_LISTED and more.kind in each.values for each in asked)
    assert forbids or RANK.index(verdict(asked, richer)) >= RANK.index(verdict(asked, facts))


@given(asked=st.lists(demands, max_size=8), facts=households)
def test_the_quick_verdict_is_that_of_the_findings(asked: list[Demand], facts: Facts) -> None:
    assert verdict(asked, facts) is verdict_of(findings(asked, facts))


@given(asked=st.lists(demands, max_size=8), facts=households)
def test_what_is_owed_never_helps(asked: list[Demand], facts: Facts) -> None:
    poorer = replace(facts, debts=(*facts.debts, owing("01", MILLION)))
    assert RANK.index(verdict(asked, poorer)) <= RANK.index(verdict(asked, facts))


@given(asked=st.lists(demands, max_size=8), facts=households, days=st.integers(0, 3), other=st.uuids())
def test_households_that_are_alike_are_judged_alike(asked: list[Demand], facts: Facts, days: int, other: UUID) -> None:
    """Another borrower, other decisions and numbers, a birthday elsewhere in the same year of life."""
    listings = tuple(replace(row, decision="9/QĐ", decided_on=ON, person=other) for row in facts.listings)
    debts = tuple(replace(row, number="77", overdue=row.overdue * 2) for row in facts.debts)
    born_on = facts.born_on and facts.born_on + timedelta(days=days)
    twin = replace(facts, listings=listings, debts=debts, born_on=born_on)
    assert twin.alike != facts.alike or [verdict([each], twin) for each in asked] == [
        verdict([each], facts) for each in asked
    ]
    assert twin.alike == facts.alike or born_on != facts.born_on


@pytest.mark.parametrize(
    ("meant", "of", "expected"),
    [(1, 10, Outcome.MET), (1, 11, Outcome.FAILED), (None, 10, Outcome.MISSING)],
)
def test_an_establishment_employs_a_tenth_of_whom_the_programme_means(
    meant: int | None, of: int, expected: Outcome
) -> None:
    """Quyết định 22/2023: from 10 % of the workers on."""
    rule = demand(Check.WORKERS, number=10)
    assert outcome(rule, Facts(on=ON, wish=wish(MILLION, workers=of, meant_workers=meant))) is expected
