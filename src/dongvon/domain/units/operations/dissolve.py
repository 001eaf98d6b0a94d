"""Dissolve a unit: from a day on it is no more, and nobody holds a post in it."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.ending import close_unit
from dongvon.domain.units.operations.living import living_unit
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def dissolve(*, key: UUID, by: Actor, at: datetime, unit: UUID, on: date, basis: str) -> None:
    """Close the unit with its name, relations and posts. Refuses UnknownUnit, LastAdministrator."""
    close_unit(living_unit(unit, on=on), on=on)
