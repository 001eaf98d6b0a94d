"""Turn a proposed limit of a fund down."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.operations.limit_fund import DECIDING, decide, held_proposal


@operation(allowed=DECIDING)
def decline_limit(*, key: UUID, by: Actor, at: datetime, limit: UUID) -> UUID:
    """The limit never holds. Refuses NoSuchProposal, OwnProposal."""
    row = held_proposal(limit, by=by)
    decide(row, by=by, at=at, granted=False)
    return row.id
