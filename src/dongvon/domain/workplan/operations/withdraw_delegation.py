"""Withdraw a delegation: the person no longer has the clause."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Delegation
from dongvon.domain.workplan.operations.drafts import NotFound


@operation(allowed={Role.UNIT_HEAD, Role.UNIT_REPORTER})
def withdraw_delegation(*, key: UUID, by: Actor, at: datetime, delegation: UUID) -> UUID:
    """The delegation's id. Refuses NotFound."""
    found = Delegation.objects.filter(pk=delegation, unit=by.unit, withdrawn_at=None, done_at=None).update(
        withdrawn_at=at
    )
    if not found:
        raise NotFound
    return delegation
