"""The invented portfolio has the shape that was published, and the same seed invents it again.

Published: the branch's report of 24/05/2026 in millions of đồng.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest

from dongvon.demo.portfolio.chance import Chance
from dongvon.demo.portfolio.communities import Community, communities
from dongvon.demo.portfolio.figures import SCALES
from dongvon.demo.portfolio.load import SEED
from dongvon.demo.portfolio.loans import Lender

#: Groups, households, outstanding and overdue by organisation; "99" is what the four leave of the whole city's figures.
PUBLISHED = {
    "11": (1_415, 66_661, 3_998_083, 4_337),
    "12": (1_632, 75_776, 4_654_276, 6_274),
    "13": (852, 38_625, 2_413_783, 2_595),
    "14": (655, 30_003, 1_894_297, 1_708),
    "99": (0, 213_140 - 211_065, 13_219_326 - 12_960_439, 15_164 - 14_914),
}
ON = date(2026, 11, 27)


class AnySeries(dict[tuple[str, str, str], int]):
    """Stands for a catalogue in which everything may be lent."""

    def __missing__(self, _key: tuple[str, str, str]) -> int:
        return 1


def drawn(scale: str) -> tuple[Lender, list[Community], Iterator[str]]:
    chance = Chance(SEED)
    lender = Lender(on=ON, series=AnySeries(), chance=chance)
    found: list[Community] = []

    def lines() -> Iterator[str]:
        for community in communities(SCALES[scale], chance=chance):
            found.append(community)
            for team in community.teams:
                yield from lender.lines(team, place=community.place, unit=UUID(int=1), session_day=10)

    return lender, found, lines()


@pytest.fixture(scope="module")
def full() -> tuple[Lender, list[Community]]:
    lender, found, lines = drawn("full")
    for _ in lines:
        pass
    return lender, found


def test_the_same_seed_gives_the_same_loans() -> None:
    first, second = (sha256("\n".join(drawn("city")[2]).encode()).hexdigest() for _ in range(2))
    assert first == second


@pytest.mark.slow
def test_groups_and_households_are_as_many_as_published(full: tuple[Lender, list[Community]]) -> None:
    groups, households = Counter[str](), Counter[str]()
    for community in full[1]:
        for team in community.teams:
            groups[team.organisation] += team.group is not None
            households[team.organisation] += len(team.members)
    assert len({community.place for community in full[1]}) == 95
    for code, (some, many, _, _) in PUBLISHED.items():
        assert groups[code] == some
        assert households[code] == pytest.approx(many, rel=0.001)


@pytest.mark.slow
def test_debts_by_organisation_and_fund_are_as_published(full: tuple[Lender, list[Community]]) -> None:
    tallies = full[0].tallies
    for code, (_, _, outstanding, overdue) in PUBLISHED.items():
        assert tallies[code].owes / 1e6 == pytest.approx(outstanding, rel=0.001)
        assert tallies[code].overdue / 1e6 == pytest.approx(overdue, rel=0.01, abs=300)
    total = sum(each.owes for each in tallies.values())
    assert sum(each.local for each in tallies.values()) / total == pytest.approx(0.1976, abs=0.001)
    assert sum(each.frozen for each in tallies.values()) / 1e6 == pytest.approx(6_775, rel=0.1)


def test_no_group_is_smaller_than_five_or_larger_than_sixty() -> None:
    _, found, lines = drawn("city")
    for _ in lines:
        pass
    sizes = [len(team.members) for community in found for team in community.teams if team.group]
    assert 5 <= min(sizes) <= max(sizes) <= 60


def test_a_smaller_scale_is_a_part_of_the_whole() -> None:
    assert replace(SCALES["city"], name="full", per_thousand=1_000, told_months=6) == SCALES["full"]
    lender, _, lines = drawn("city")
    for _ in lines:
        pass
    assert sum(each.owes for each in lender.tallies.values()) / 1e6 == pytest.approx(13_219_326 / 20, rel=0.005)
