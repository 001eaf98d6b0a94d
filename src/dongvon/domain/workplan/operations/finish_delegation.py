"""Finish a delegation: the person who has the clause says that the work is done."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Delegation
from dongvon.domain.workplan.operations.drafts import NotFound


@operation(allowed={Role.UNIT_HEAD, Role.UNIT_REPORTER})
def finish_delegation(*, key: UUID, by: Actor, at: datetime, delegation: UUID) -> UUID:
    """The delegation's id; only the person it was given to finishes it. Refuses NotFound."""
    open_ = Delegation.objects.filter(pk=delegation, person=by.person, withdrawn_at=None, done_at=None)
    if not open_.update(done_at=at):
        raise NotFound
    return delegation
