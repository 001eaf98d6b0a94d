"""The small city, for every test about units."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City, build_city


@pytest.fixture
def on() -> date:
    return date(2026, 6, 1)


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def administrator(city: City) -> Actor:
    return city.actor("lan", unit="nhcsxh-chi-nhanh", role=Role.ADMINISTRATOR)


@pytest.fixture
def envelope(administrator: Actor) -> Any:
    """What each call carries: a fresh key, the administrator, a moment."""

    def fresh() -> dict[str, Any]:
        return {"key": new_id(), "by": administrator, "at": datetime(2026, 6, 1, 3, 0, tzinfo=UTC)}

    return fresh
