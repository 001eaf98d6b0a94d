"""Ask that a file be completed; that is no refusal."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.decline import DECIDING, held_open
from dongvon.domain.lending.operations.turning import return_for_correction


@operation(allowed=DECIDING)
def send_back(*, key: UUID, by: Actor, at: datetime, application: UUID, missing: str) -> UUID:
    """Send the file back with what is missing. Refuses NoSuchApplication, StepTaken, NotAllowed, ReasonMissing."""
    row = held_open(application, by=by, at=at)
    return_for_correction(row, by=by, at=at, missing=missing)
    return row.id
