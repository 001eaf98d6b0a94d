"""A round with one accepted report, and a city report made of it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from dongvon.domain.workplan.models import Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.consolidate import consolidate
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City
from tests.reporting import Reporting, build_reporting


@pytest.fixture
def world(city: City, at: datetime) -> Reporting:
    found = build_reporting(city, at=at)
    report = found.handed_in()
    hash_ = Submission.objects.get(report=report).content_hash
    accept(**found.envelope("nam"), report=report, content_hash=hash_)
    return found


@pytest.fixture
def made(world: Reporting) -> UUID:
    return consolidate(**world.envelope("nam", later=timedelta(days=30)), round=world.round)


@pytest.fixture
def officer(client: Client, world: Reporting) -> Client:
    sign_in(client, world.actor("nam").person)
    return client


@pytest.fixture
def inspector(world: Reporting, client: Client) -> Client:
    sign_in(client, world.actor("thanh").person)
    return client
