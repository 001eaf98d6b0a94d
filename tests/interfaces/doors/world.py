"""Who knocks: the small city with one person in each role, all signed in, and whose rows they look for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from dongvon.domain.units.queries.standing import Standing, standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.scope import Scope
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.law import enact
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
    Role.ORGANISATION_OFFICER: "hoi-nong-dan-26041",
    Role.GROUP_LEADER: "hoi-nong-dan-26041",
}

#: The group that the leader among the knockers keeps; it need not exist where no page asks for it.
OWN_GROUP = UUID("01930000-0000-7000-8000-000000000077")


class Row:
    """The parameters of an address, and whose row it is: a unit's, or a group's; without either everybody's."""

    def __init__(self, *, unit: UUID | None = None, group: UUID | None = None, **parameters: Any) -> None:
        self.unit = unit
        self.group = group
        self.parameters = parameters

    def within(self, scope: Scope) -> bool:
        """Whether somebody with this scope may see it; a group's row is its leader's, and its unit's."""
        if self.unit is None and self.group is None:
            return True
        return bool((self.unit and scope.reaches_unit(self.unit)) or (self.group and scope.reaches_group(self.group)))


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
    """The city under its law, and a signed-in person for each role."""
    enact()
    city = build_city()
    units = city.units
    world = World(city=city, own=units["ubnd-26041"], sibling=units["ubnd-26242"], foreign=units["so-tai-chinh"])
    for role in ROLES:
        group = OWN_GROUP if role is Role.GROUP_LEADER else None
        person = city.person(role.value, unit=WORKPLACES.get(role, "ubnd-26041"), role=role, group=group)
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
