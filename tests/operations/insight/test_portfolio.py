"""Figures over what they are counted over, reckoned by hand, and against the branch's published ones."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from dongvon.domain.insight.queries.groups import NO_GROUP, groups_of
from dongvon.domain.insight.queries.portfolio import divided, measured_span, months_before, over_time
from dongvon.domain.insight.vocabulary import Dimension, Slice
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.scope import Scope
from tests.operations.insight.portfolio import MILLION, Portfolio, tell_a_year

NOVEMBER = date(2026, 11, 1)
EVERYTHING = Slice()


def test_nothing_measured_is_nothing_shown(portfolio: Portfolio) -> None:
    assert measured_span() is None
    assert over_time(EVERYTHING, until=NOVEMBER) == []
    assert divided(EVERYTHING, by=Dimension.FUND, month=NOVEMBER) is None


def test_the_months_in_order_with_their_last_day(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    months = over_time(EVERYTHING, until=NOVEMBER)
    assert [each.day for each in months] == [
        date(2025, 12, 31), date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 23),
    ]  # fmt: skip
    assert measured_span() == (date(2025, 12, 1), NOVEMBER)


def test_growth_is_counted_from_the_end_of_last_year(portfolio: Portfolio) -> None:
    """1,200 then; now 1,000 + 40 + 10 + 350 + 100 = 1,500: up 300, a quarter; local 200 then, 350 now: half of it."""
    tell_a_year(portfolio)
    now = over_time(EVERYTHING, until=NOVEMBER)[-1].part
    assert (now.figures.outstanding, now.at_year_start, now.grown) == (1_500 * MILLION, 1_200 * MILLION, 300 * MILLION)
    assert now.growth == Decimal("25.00")
    assert now.local_of_growth == Decimal("50.00")
    assert now.local_of_outstanding == Decimal("23.33")


def test_ratios_of_debt_are_over_all_debt(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    now = over_time(EVERYTHING, until=NOVEMBER)[-1].part
    assert now.figures.overdue_ratio == Decimal("2.67")
    assert now.figures.frozen_ratio == Decimal("0.67")
    assert now.entrusted_share == Decimal("93.33")
    assert now.figures.owed == 16 * MILLION
    assert now.figures.average == 75 * MILLION


def test_collection_is_over_what_the_month_brought(portfolio: Portfolio) -> None:
    """October: 9 collected, owed rose from 12 to 14, so 11 was earned: 81.82 %. November still runs: no rate."""
    tell_a_year(portfolio)
    october, november = over_time(EVERYTHING, until=NOVEMBER)[-2:]
    assert october.part.collection_rate == Decimal("81.82")
    assert november.part.collection_rate is None


def test_a_filter_narrows_every_figure(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    local = over_time(Slice(fund="2"), until=NOVEMBER)[-1].part
    assert (local.figures.outstanding, local.growth) == (350 * MILLION, Decimal("75.00"))
    place = over_time(Slice(place="26242"), until=NOVEMBER)
    assert [each.part.figures.outstanding for each in place] == [100 * MILLION]
    assert place[0].part.growth is None
    water = Slice(programme=portfolio.programme("06"), organisation="99", unit=portfolio.city.units["pgd-trang-bom"])
    assert over_time(water, until=NOVEMBER)[0].part.figures.loans == 1


@pytest.mark.parametrize("by", list(Dimension))
def test_parts_add_up_to_the_whole(portfolio: Portfolio, by: Dimension) -> None:
    tell_a_year(portfolio)
    found = divided(EVERYTHING, by=by, month=NOVEMBER)
    assert found is not None
    assert found.day == date(2026, 11, 23)
    assert found.whole == over_time(EVERYTHING, until=NOVEMBER)[-1].part
    assert sum(part.figures.outstanding for part in found.parts) == found.whole.figures.outstanding
    assert sum(part.grown or 0 for part in found.parts) == found.whole.grown
    sizes = [part.figures.outstanding for part in found.parts]
    assert sizes == sorted(sizes, reverse=True)


def test_a_part_that_owed_nothing_last_year_has_grown_by_all_of_it(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    found = divided(EVERYTHING, by=Dimension.PLACE, month=NOVEMBER)
    assert found is not None
    new = next(part for part in found.parts if part.figures.key == "26242")
    assert (new.grown, new.growth) == (100 * MILLION, None)


def test_the_published_figures_of_may_2026(portfolio: Portfolio) -> None:
    """Outstanding 13,219,326 (local 2,611,323) on 24/05/2026, 12,101,087 (2,305,392) on 31/12/2025: +9.24 % (10.3)."""
    portfolio.snapshot(date(2025, 12, 31), in_term=12_101_087 - 2_305_392)
    portfolio.snapshot(date(2025, 12, 31), fund="2", in_term=2_305_392)
    portfolio.snapshot(date(2026, 5, 24), in_term=13_219_326 - 2_611_323 - 15_164 - 6_775, overdue=15_164, frozen=6_775)
    portfolio.snapshot(date(2026, 5, 24), fund="2", in_term=2_611_323)
    portfolio.measured()
    part = over_time(EVERYTHING, until=date(2026, 5, 1))[-1].part
    assert part.growth == Decimal("9.24")
    assert part.local_of_outstanding == Decimal("19.75")  # printed 19.76 from rounded central and local sums
    assert part.figures.overdue_ratio == Decimal("0.11")  # printed 0.12: the branch's own slip (10.3)
    assert part.figures.frozen_ratio == Decimal("0.05")
    assert part.local_of_growth == Decimal("27.36")


def test_groups_of_a_commune_the_largest_first(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    assert groups(Slice(place="26041")) == [(42, 1_050), (41, 350)]
    assert groups(Slice(place="26041", fund="2")) == [(41, 350)]
    assert groups(Slice(place="26242")) == [(NO_GROUP.int, 100)]
    assert groups_of(Slice(place="26242"), month=date(2026, 10, 1)) is None


def groups(asked: Slice) -> list[tuple[int, int]]:
    found = groups_of(asked, month=NOVEMBER)
    assert found is not None
    assert found.day == date(2026, 11, 23)
    return [(row.id.int, row.figures.outstanding // MILLION) for row in found.groups]


@pytest.mark.parametrize(
    ("unit", "role", "outstanding"),
    [
        ("nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR, 1_500),
        ("pgd-trang-bom", Role.CREDIT_OFFICER, 1_500),
        ("ubnd-26041", Role.UNIT_HEAD, 1_400),
        ("ubnd-26242", Role.UNIT_HEAD, 100),
        ("hoi-nong-dan", Role.UNIT_HEAD, 1_400),
        ("hoi-nong-dan-26242", Role.UNIT_HEAD, 0),
        ("so-tai-chinh", Role.UNIT_HEAD, 0),
    ],
)
def test_everybody_sees_the_sums_of_the_loans_they_see(
    portfolio: Portfolio,
    as_role: Callable[[str], AbstractContextManager[None]],
    unit: str,
    role: Role,
    outstanding: int,
) -> None:
    tell_a_year(portfolio)
    person = portfolio.city.person("hoa", unit=unit, role=role)
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(Scope(person=person))
        standing = standing_of(person, on=date(2026, 11, 24))
        assert standing is not None
        enter_scope(standing.scope)
        months = over_time(EVERYTHING, until=NOVEMBER)
        assert (months[-1].part.figures.outstanding if months else 0) == outstanding * MILLION


def test_months_are_counted_over_the_year() -> None:
    assert months_before(date(2026, 1, 1), 1) == date(2025, 12, 1)
    assert months_before(date(2026, 11, 1), 24) == date(2024, 11, 1)
