"""Decide that a checked portfolio is taken in, or its file read once more."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.defer import defer
from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Handover, HandoverState
from dongvon.domain.lending.operations.handovers import HANDOVER_ROLES, BooksMoved, held_handover
from dongvon.domain.lending.operations.receive_handover import BadLinesLeft


@operation(allowed=HANDOVER_ROLES)
def order_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID, leaving_bad: bool) -> UUID:
    """Have the good lines written in the background. Refuses HandoverNotReady, BadLinesLeft, BooksMoved."""
    held = held_handover(handover, states={HandoverState.CHECKED})
    if held.bad_rows and not leaving_bad:
        raise BadLinesLeft(bad=held.bad_rows)
    if Handover.objects.filter(taken_at__gt=held.checked_at).exists():
        raise BooksMoved
    held.state, held.taken_by, held.fault = HandoverState.TAKING, by.person, {}
    held.save()
    defer("lending.write_handover", handover=str(handover), leaving_bad=leaving_bad)
    return handover
