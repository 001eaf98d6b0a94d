"""Found many units at once, as when a city begins to work with the program."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.founding import founded
from dongvon.domain.units.vocabulary import NewUnit, Role


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def found_many(*, key: UUID, by: Actor, at: datetime, units: tuple[NewUnit, ...], since: date) -> dict[str, UUID]:
    """Ids by code; all are founded or none. Refuses CodeTaken, UnknownBody, UnknownPlace."""
    return founded(units, since=since)
