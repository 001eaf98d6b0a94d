"""The small city, for every test that looks at a page."""

from copy import deepcopy

import pytest
from django.test import Client

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.bank import Bank, found_bank
from tests.operations.lending.village import Village, found_village
from tests.operations.units.city import City, build_city


@pytest.fixture(scope="module")
def founded_city(standing: None) -> City:
    return build_city()


@pytest.fixture
def city(founded_city: City, db: None) -> City:
    return deepcopy(founded_city)


@pytest.fixture(scope="module")
def founded_bank(standing: None) -> Bank:
    """Its office lies outside the small city."""
    return found_bank()


@pytest.fixture(scope="module")
def founded_village(founded_city: City) -> Village:
    return found_village(founded_city)


@pytest.fixture
def village(founded_village: Village, city: City) -> Village:
    """The hamlet of Trảng Bom whose families ask for loans."""
    return deepcopy(founded_village)


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
