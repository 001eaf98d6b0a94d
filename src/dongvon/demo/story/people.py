"""Who acts in the story: the named people in their units, invented heads and reporters elsewhere."""

from dataclasses import dataclass, field
from uuid import UUID

from dongvon.demo.city.loaded import City
from dongvon.demo.city.people import demo_accounts
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.vocabulary import Role

_LOCAL = {Role.UNIT_HEAD: "thutruong", Role.UNIT_REPORTER: "daumoi"}


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody who acts, by unit and role or by the name in the address."""

    city: City
    named: dict[tuple[str, str], str] = field(
        default_factory=lambda: {(each.unit, each.role): each.address for each in demo_accounts()}
    )

    def head(self, unit: str) -> Actor:
        """The head of a unit."""
        return self._of(unit, role=Role.UNIT_HEAD)

    def reporter(self, unit: str) -> Actor:
        """The one who prepares a unit's report."""
        return self._of(unit, role=Role.UNIT_REPORTER)

    def called(self, name: str) -> Actor:
        """Somebody known by name ("lan")."""
        account = next(each for each in demo_accounts() if each.address.startswith(f"{name}@"))
        return self._actor(account.address, unit=account.unit, role=account.role)

    def name_of(self, local: str, *, unit: str) -> str:
        """What the head ("thutruong") or the reporter ("daumoi") of a unit is called."""
        role = next(role for role, known in _LOCAL.items() if known == local)
        person = self._of(unit, role=role).person
        return names_of([person])[person]

    def _of(self, unit: str, *, role: Role) -> Actor:
        address = self.named.get((unit, role), f"{_LOCAL[role]}.{unit}@dongvon.example")
        return self._actor(address, unit=unit, role=role)

    def _actor(self, address: str, *, unit: str, role: Role) -> Actor:
        person: UUID = self.city.people[address]
        return Actor(person=person, unit=self.city.units[unit], roles=frozenset({role}))
