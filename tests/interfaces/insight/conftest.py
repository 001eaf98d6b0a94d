"""A portfolio told by hand in the small city."""

import pytest

from tests.operations.insight.portfolio import Portfolio, found_portfolio, tell_a_year
from tests.operations.units.city import City


@pytest.fixture
def portfolio(city: City) -> Portfolio:
    found = found_portfolio(city)
    tell_a_year(found)
    return found
