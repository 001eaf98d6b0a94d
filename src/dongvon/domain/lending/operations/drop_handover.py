"""Put a portfolio's file away without taking it in, or after it was: the file and its lines are erased."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import HandoverProblem, HandoverRow, HandoverState
from dongvon.domain.lending.operations.handovers import HANDOVER_ROLES, forget_file, held_handover

STATES = frozenset({HandoverState.WAITING, HandoverState.CHECKED, HandoverState.FAILED, HandoverState.TAKEN})


@operation(allowed=HANDOVER_ROLES)
def drop_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID) -> UUID:
    """What was taken in stays; nothing of the file does. Refuses HandoverNotReady."""
    held = held_handover(handover, states=STATES)
    HandoverRow.objects.filter(handover=held).delete()
    HandoverProblem.objects.filter(handover=held).delete()
    forget_file(held.stored_as)
    held.stored_as = ""
    if held.state != HandoverState.TAKEN:
        held.state = HandoverState.DROPPED
    held.save()
    return handover
