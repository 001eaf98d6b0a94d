"""Nobody who is entitled is missed: who is on a list, what it opens to them, and whether they borrow."""

from datetime import date

import pytest

from dongvon.domain.lending.models import Tranche
from dongvon.domain.lending.operations.hand_out import hand_out
from dongvon.domain.lending.operations.withdraw import withdraw
from dongvon.domain.lending.queries.chances import Standing, chances, chances_by_commune
from dongvon.domain.people.models import Listing
from tests.operations.lending.village import LEADER, PLACE, TELLER, TODAY, Village

pytestmark = pytest.mark.django_db


def standings(programme: str) -> dict[str, Standing]:
    return {row.code: row.standing for row in chances(PLACE, on=TODAY) if row.programme == programme}


def test_the_listed_are_told_apart_by_whether_they_borrow(village: Village) -> None:
    """Household 0 was lent money, 1 has a request on the road, 2 does neither, 3 is on no list."""
    village.list("poor", 0, 1, 2)
    lent = village.ask(of=0)
    village.confirmed(lent)
    village.approved(lent)
    village.signed(lent)
    (part,) = Tranche.objects.filter(application=lent)
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=part.id)
    village.ask(of=1)
    assert standings("01") == {"H0": Standing.OWES, "H1": Standing.ASKS, "H2": Standing.MISSED}
    (commune,) = chances_by_commune(on=TODAY)
    assert (commune.place, commune.listed, commune.owing, commune.asking, commune.missed) == (PLACE, 3, 1, 1, 1)


def test_a_request_that_came_to_nothing_leaves_its_household_missed(village: Village) -> None:
    village.list("poor", 0)
    withdraw(**village.envelope(LEADER), application=village.ask(of=0), reason="Không vay nữa")
    assert standings("01") == {"H0": Standing.MISSED}


def test_a_programme_opens_by_its_own_list_alone(village: Village) -> None:
    """QĐ 15/2013: the near-poor borrow under 19, not under 01."""
    village.list("near_poor", 0)
    assert "H0" in standings("19")
    assert standings("01") == {}


def test_whose_list_has_ended_is_entitled_no_more(village: Village) -> None:
    village.list("poor", 0)
    Listing.objects.update(valid=(date(2026, 1, 1), date(2026, 2, 1)))
    assert chances(PLACE, on=TODAY) == []
    assert chances_by_commune(on=TODAY) == []
