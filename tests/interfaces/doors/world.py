"""Who knocks: the small city with one person in each role, all signed in, and whose rows they look for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from dongvon.domain.units.queries.standing import Standing, standing_of
from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City, build_city

ROLES = tuple(role for role in Role if role is not Role.SYSTEM)

#: Where each role's holder works; whoever is not named works in the committee of the own commune.
WORKPLACES = {
    Role.BRANCH_OFFICER: "nhcsxh-chi-nhanh",
    Role.BRANCH_DIRECTOR: "nhcsxh-chi-nhanh",
    Role.ADMINISTRATOR: "nhcsxh-chi-nhanh",
    Role.ACCOUNTANT: "nhcsxh-chi-nhanh",
    Role.CREDIT_CONTROLLER: "nhcsxh-chi-nhanh",
    Role.TELLER: "pgd-trang-bom",
    Role.CREDIT_OFFICER: "pgd-trang-bom",
    Role.OFFICE_DIRECTOR: "pgd-trang-bom",
    Role.CITY_LEADER: "ubnd",
    Role.COUNCIL_MEMBER: "hoi-nong-dan",
    Role.INSPECTOR: "hoi-nong-dan",
}


class Row:
    """The parameters of an address, and the unit whose row it is; without a unit it is everybody's."""

    def __init__(self, *, unit: UUID | None = None, **parameters: Any) -> None:
        self.unit = unit
        self.parameters = parameters


Rows = Callable[["World"], list[Row]]


@dataclass
class World:
    """A city, its knockers, and the three kinds of rows they try."""

    city: City
    own: UUID
    sibling: UUID
    foreign: UUID
    standings: dict[str, Standing] = field(default_factory=dict)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)


def build_world(*, on: date) -> World:
    """The city, and a signed-in person for each role."""
    city = build_city()
    units = city.units
    world = World(city=city, own=units["ubnd-26041"], sibling=units["ubnd-26242"], foreign=units["so-tai-chinh"])
    for role in ROLES:
        person = city.person(role.value, unit=WORKPLACES.get(role, "ubnd-26041"), role=role)
        standing = standing_of(person, on=on)
        assert standing is not None
        world.standings[role] = standing
        world.cookies[role] = _signed_in(person, twice=True)
    head = world.standings[Role.UNIT_HEAD].person
    world.cookies["password only"] = _signed_in(head, twice=False)
    world.cookies["nobody"] = {}
    return world


def _signed_in(person: UUID, *, twice: bool) -> dict[str, str]:
    client = Client()
    sign_in(client, person, twice=twice)
    return {name: morsel.value for name, morsel in client.cookies.items()}
