"""Join many units at once, as when a city begins to work with the program."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.joining import joined
from dongvon.domain.units.vocabulary import NewEdge, Role


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def join_many(*, key: UUID, by: Actor, at: datetime, edges: tuple[NewEdge, ...], since: date) -> int:
    """How many were joined; all or none. Refuses JoinedToItself, JoinedInCircle, AlreadyJoined."""
    return len(joined(edges, since=since))
