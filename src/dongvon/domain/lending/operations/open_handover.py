"""Begin to bring in a portfolio from another system."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.defer import defer
from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Handover, HandoverState
from dongvon.domain.lending.operations.calling import require_open
from dongvon.domain.lending.operations.handovers import HANDOVER_ROLES


@operation(allowed=HANDOVER_ROLES)
def open_handover(
    *, key: UUID, by: Actor, at: datetime, on: date, file_name: str, file_hash: str, stored_as: str
) -> UUID:
    """Announce a file whose figures stand as day `on` begins; stored files are read in the background.

    Without `stored_as` the caller reads the file itself. Refuses NotTheOpenDay, DayIsClosing.
    """
    require_open(on)
    handover = Handover.objects.create(
        file_name=file_name[-200:],
        file_hash=file_hash,
        stored_as=stored_as,
        on=on,
        state=HandoverState.WAITING,
        person=by.person,
        unit_id=by.unit,
        asked_at=at,
    )
    if stored_as:
        defer("lending.read_handover", handover=str(handover.id))
    return handover.id
