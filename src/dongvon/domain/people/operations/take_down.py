"""Take lists off the board."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import PublicPosting
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.SYSTEM})
def take_down(*, key: UUID, by: Actor, at: datetime, posting: UUID) -> UUID:
    """From now on it may no longer be shown or printed; taken down once, it stays so."""
    hanging = PublicPosting.objects.filter(id=posting, taken_down_at__isnull=True)
    hanging.update(taken_down_by=by.person, taken_down_at=at)
    return posting
