"""The small city with a portfolio told by hand."""

import pytest

from tests.operations.insight.portfolio import Portfolio, found_portfolio
from tests.operations.units.city import City, build_city


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def portfolio(city: City) -> Portfolio:
    return found_portfolio(city)
