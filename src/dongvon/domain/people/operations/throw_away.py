"""Throw away workbooks of people that nobody took onto their list."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import ListImport
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.SYSTEM})
def throw_away(*, key: UUID, by: Actor, at: datetime, before: datetime) -> int:
    """Those brought before a moment and never taken, with all that lay sealed in them; gives how many."""
    return ListImport.objects.filter(taken_at=None, brought_at__lt=before).delete()[0]
