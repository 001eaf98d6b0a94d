"""A plan in force in the small city, and a draft under review."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.workplan.models import Plan
from dongvon.domain.workplan.operations.activate import activate
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City
from tests.operations.workplan.plans.drafting import COMMUNES, NO_TIMING, UNKNOWN, clause, drafted

ACTIVATED_AT = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def plan(city: City) -> Plan:
    """The usual plan, in force."""
    plan = drafted()
    with transaction.atomic():
        activate(key=new_id(), by=SYSTEM, at=ACTIVATED_AT, plan=plan.pk)
    return plan


@pytest.fixture
def draft(city: City) -> Plan:
    """A draft whose first clause has an unknown unit and no timing."""
    return drafted(clause("1a", COMMUNES, UNKNOWN, timing=NO_TIMING), clause("1b", COMMUNES))
