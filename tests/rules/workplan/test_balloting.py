"""A council's votes: quorum over the seats, approval over those who voted."""

from decimal import Decimal

import pytest

from dongvon.domain.workplan.rules.balloting import Ballot, has_quorum, is_carried


def ballot(*, seats: int, for_: int = 0, against: int = 0, abstain: int = 0) -> Ballot:
    return Ballot(seats=seats, for_=for_, against=against, abstain=abstain)


@pytest.mark.parametrize(("cast", "enough"), [(5, False), (6, True), (9, True)])
def test_two_thirds_of_nine_seats_are_six(cast: int, enough: bool) -> None:
    assert has_quorum(ballot(seats=9, for_=cast), quorum_percent=Decimal("66.66")) is enough


def test_an_empty_council_has_no_quorum() -> None:
    assert not has_quorum(ballot(seats=0), quorum_percent=Decimal(1))


@pytest.mark.parametrize(
    ("for_", "against", "abstain", "carried"), [(4, 1, 0, True), (4, 1, 1, False), (0, 0, 0, False)]
)
def test_four_fifths_of_those_who_voted(for_: int, against: int, abstain: int, carried: bool) -> None:
    found = ballot(seats=9, for_=for_, against=against, abstain=abstain)
    assert is_carried(found, approval_percent=Decimal(80)) is carried
