"""Chị Hà proposes, bà Lan decides."""

from collections.abc import Callable

import pytest
from django.test import Client

from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import Village
from tests.operations.units.city import City

Entering = Callable[[str, str, Role], Client]


@pytest.fixture
def entering(city: City, village: Village) -> Entering:
    def enter(name: str, unit: str, role: Role) -> Client:
        client = Client()
        sign_in(client, city.person(name, unit=unit, role=role))
        return client

    return enter


@pytest.fixture
def ha(entering: Entering) -> Client:
    return entering("ha", "nhcsxh-chi-nhanh", Role.BRANCH_OFFICER)


@pytest.fixture
def lan(entering: Entering) -> Client:
    return entering("lan", "nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR)


def sent(**changes: str) -> dict[str, str]:
    basis = LegalBasis.objects.get(number="06/2026/NĐ-CP").id
    given = {"from_on": "01/01/2027", "basis": str(basis), "confidence": "confirmed", "key": str(new_id())}
    return {**given, **changes}
