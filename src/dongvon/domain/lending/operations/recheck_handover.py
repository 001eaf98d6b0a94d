"""Have a portfolio's file read and checked once more, because the books or the catalogue have moved."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.defer import defer
from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import HandoverState
from dongvon.domain.lending.operations.handovers import HANDOVER_ROLES, HandoverNotReady, held_handover


@operation(allowed=HANDOVER_ROLES)
def recheck_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID) -> UUID:
    """Read it again in the background. Refuses HandoverNotReady."""
    held = held_handover(handover, states={HandoverState.CHECKED, HandoverState.FAILED})
    if not held.stored_as:
        raise HandoverNotReady
    held.state, held.rows, held.fault = HandoverState.WAITING, 0, {}
    held.save()
    defer("lending.read_handover", handover=str(handover))
    return handover
