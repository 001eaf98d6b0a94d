"""A session of the council is closed while somebody votes: the vote is cast before, or not at all."""

import pytest
from django.db import transaction

from dongvon.domain.workplan.models import Vote
from dongvon.domain.workplan.operations.close_session import close_session
from dongvon.domain.workplan.vocabulary import Choice
from tests.concurrency.two import second_is_told
from tests.operations.units.city import AT, build_city
from tests.operations.workplan.test_commendation import AFTER, cast, convened, proposed
from tests.reporting import Reporting, build_reporting

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_nobody_votes_in_a_session_that_is_being_closed() -> None:
    with transaction.atomic():
        world: Reporting = build_reporting(build_city(), at=AT)
        proposal = proposed(world)
        session = convened(world)
        world.actor("mai")
    told = second_is_told(
        lambda: close_session(**world.envelope("nam", later=AFTER), session=session),
        lambda: cast(world, session, proposal, mai=Choice.FOR),
    )
    assert (told, Vote.objects.count()) == ("NoSeat", 0)
