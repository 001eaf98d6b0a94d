"""Found a unit: from a day on it exists, with a name."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.founding import founded
from dongvon.domain.units.vocabulary import NewUnit, Role


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def found(*, key: UUID, by: Actor, at: datetime, unit: NewUnit, since: date) -> UUID:
    """The new unit's id. Refuses CodeTaken, UnknownBody, UnknownPlace."""
    return founded((unit,), since=since)[unit.code]
