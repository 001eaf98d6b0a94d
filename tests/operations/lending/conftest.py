"""The bank that every test of servicing lends from."""

import pytest

from tests.operations.lending.bank import Bank, found_bank


@pytest.fixture
def bank(db: None) -> Bank:
    return found_bank()
