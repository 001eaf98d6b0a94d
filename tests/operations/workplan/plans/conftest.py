"""The small city with a director, an officer and a unit's people, and a plan in force."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Plan
from dongvon.domain.workplan.operations.activate import activate
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City, build_city
from tests.operations.workplan.plans.drafting import drafted

Call = Callable[..., Any]


@pytest.fixture
def at() -> datetime:
    """The plan's first Monday."""
    return datetime(2026, 1, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def director(city: City) -> Actor:
    return city.actor("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR)


@pytest.fixture
def officer(city: City) -> Actor:
    return city.actor("minh", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_OFFICER)


@pytest.fixture
def head(city: City) -> Actor:
    """The chair of Tân Triều."""
    return city.actor("tung", unit="ubnd-26041", role=Role.UNIT_HEAD)


@pytest.fixture
def reporter(city: City) -> Actor:
    """The clerk of Tân Triều."""
    return city.actor("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER)


@pytest.fixture
def call(at: datetime) -> Call:
    """`call(verb, by=…, …)` asks an operation under a fresh key, at the usual moment unless said."""

    def ask(verb: Call, *, by: Actor = SYSTEM, **arguments: Any) -> Any:
        return verb(**{"key": new_id(), "by": by, "at": at} | arguments)

    return ask


@pytest.fixture
def plan(city: City, call: Call) -> Plan:
    """The usual plan, in force since its first Monday."""
    plan = drafted()
    call(activate, plan=plan.pk)
    plan.refresh_from_db()
    return plan
