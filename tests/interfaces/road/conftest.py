"""A hamlet whose files are looked at by the people of the road, each signed in."""

from collections.abc import Callable
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import AT
from tests.operations.units.city import City

Signed = Callable[[Role], Client]

WORKPLACES = {Role.COMMUNE_CHAIR: "ubnd-26242", Role.COMMUNE_OFFICER: "ubnd-26242"}


@pytest.fixture
def as_(city: City) -> Signed:
    """Somebody who holds one role of the road at the office or in the commune."""

    known: dict[Role, Client] = {}

    def signed(role: Role) -> Client:
        if role not in known:
            known[role] = Client()
            sign_in(known[role], city.person(role.value, unit=WORKPLACES.get(role, "pgd-trang-bom"), role=role))
        return known[role]

    return signed


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(AT, tick=False):
        yield


def place(name: str, application: UUID) -> str:
    return f"/ho-so-vay/{application}/{name}"
