"""Write down why a portfolio's file could not be read, or not be taken in."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import HandoverState
from dongvon.domain.lending.operations.handovers import held_handover
from dongvon.domain.units.vocabulary import Role

STATES = frozenset({HandoverState.WAITING, HandoverState.READING, HandoverState.TAKING})


@operation(allowed={Role.SYSTEM})
def fail_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID, text: str, values: dict[str, str]) -> UUID:
    """Keep the refusal's template and values: nothing was written. A file refused at the end may be checked again."""
    held = held_handover(handover, states=STATES)
    held.state = HandoverState.CHECKED if held.state == HandoverState.TAKING else HandoverState.FAILED
    held.fault = {"text": text, "values": values}
    held.save()
    return handover
