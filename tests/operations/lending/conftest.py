"""The bank that every test of servicing lends from."""

import pytest

from tests.operations.lending.bank import Bank, found_bank
from tests.operations.lending.village import Village, found_village
from tests.operations.units.city import build_city


@pytest.fixture
def bank(db: None) -> Bank:
    return found_bank()


@pytest.fixture
def village(db: None) -> Village:
    """The hamlet whose families ask for loans."""
    return found_village(build_city())
