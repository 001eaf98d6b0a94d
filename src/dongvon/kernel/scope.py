"""Whose rows a person may see: communes, organisation, groups and units."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one person's posts reach on one day; nothing at all unless said.

    PostgreSQL enforces it by row policies; this is the same answer for pages and operations.
    `units` holds every unit reached, the communes and the organisation included.
    """

    person: UUID | None = None
    everything: bool = False
    units: frozenset[UUID] = frozenset()
    communes: frozenset[UUID] = frozenset()
    organisation: UUID | None = None
    groups: frozenset[UUID] = frozenset()

    def reaches_unit(self, unit: UUID) -> bool:
        """Whether rows of this unit are visible."""
        return self.everything or unit in self.units

    def reaches_group(self, group: UUID) -> bool:
        """Whether rows of this savings and credit group are visible."""
        return self.everything or group in self.groups


NOTHING = Scope()
