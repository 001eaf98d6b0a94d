"""Ask that a file be completed; that is no refusal."""

from datetime import datetime
from typing import Final
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.decline import DECIDING, held_open
from dongvon.domain.lending.operations.turning import return_for_correction
from dongvon.domain.units.vocabulary import Role

#: The commune's officer looks a list over for the chair who signs: asking for what is missing decides nothing.
HELPING: Final = frozenset({Role.COMMUNE_OFFICER})


@operation(allowed=DECIDING | HELPING)
def send_back(*, key: UUID, by: Actor, at: datetime, application: UUID, missing: str) -> UUID:
    """Send the file back with what is missing. Refuses NoSuchApplication, StepTaken, NotAllowed, ReasonMissing."""
    row = held_open(application, by=by, at=at, helping=HELPING)
    return_for_correction(row, by=by, at=at, missing=missing)
    return row.id
