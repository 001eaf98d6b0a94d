"""Mark a letter as sent."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Digest


@operation(allowed={"system"})
def mark_sent(*, key: UUID, by: Actor, at: datetime, digest: UUID) -> UUID:
    """The letter's id."""
    Digest.objects.filter(pk=digest, sent_at=None).update(sent_at=at)
    return digest
