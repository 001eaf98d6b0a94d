"""Mark as late what was due, is past its grace, and has not come."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.operations.statements import run


@operation(allowed={"system"})
def mark_late(*, key: UUID, by: Actor, at: datetime) -> int:
    """How many obligations became late; repeating it changes nothing."""
    return run("mark_late", at=at)
