"""The small city, for every test that looks at a page."""

import pytest
from django.test import Client

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City, build_city


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def reporter(client: Client, city: City) -> Client:
    """Chị Mai, who prepares the report of a commune, signed in."""
    sign_in(client, city.person("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER))
    return client


@pytest.fixture
def director(client: Client, city: City) -> Client:
    """Bà Lan, director of the branch, signed in with both factors."""
    sign_in(client, city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR))
    return client
