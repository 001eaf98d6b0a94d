"""The small city in the middle of a round that is open today, and people of it signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from dongvon.kernel import clock
from tests.conftest import WebClient
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City
from tests.reporting import Reporting, build_reporting

SignedIn = Callable[[str], Client]


@pytest.fixture
def world(city: City) -> Reporting:
    return build_reporting(city, at=clock.now())


@pytest.fixture
def signed_in(world: Reporting) -> SignedIn:
    """A browser in which the named person is signed in."""

    def browser(name: str) -> Client:
        client = WebClient()
        sign_in(client, world.actor(name).person)
        return client

    return browser
