"""The bank that every test of servicing lends from."""

from copy import deepcopy

import pytest

from tests.operations.lending.bank import Bank, found_bank
from tests.operations.lending.village import Village, found_village
from tests.operations.units.city import build_city


@pytest.fixture(scope="module")
def founded_bank(standing: None) -> Bank:
    return found_bank()


@pytest.fixture
def bank(founded_bank: Bank, db: None) -> Bank:
    return deepcopy(founded_bank)


@pytest.fixture(scope="module")
def founded_village(standing: None) -> Village:
    return found_village(build_city())


@pytest.fixture
def village(founded_village: Village, db: None) -> Village:
    """The hamlet whose families ask for loans."""
    return deepcopy(founded_village)
