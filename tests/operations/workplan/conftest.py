"""The small city in the middle of a round, for every test about reports."""

from datetime import datetime

import pytest

from tests.operations.units.city import build_city
from tests.reporting import Reporting, build_reporting


@pytest.fixture
def world(db: None, at: datetime) -> Reporting:
    return build_reporting(build_city(), at=at)
