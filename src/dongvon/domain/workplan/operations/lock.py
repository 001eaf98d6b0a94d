"""Lock the rounds whose time to report or correct is over."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Round


@operation(allowed={"system"})
def lock(*, key: UUID, by: Actor, at: datetime) -> int:
    """How many rounds were locked."""
    return Round.objects.filter(locked_at=None, locks_at__lte=at).update(locked_at=at)
