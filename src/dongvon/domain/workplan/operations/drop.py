"""Drop a mention in review: it names nobody who could be given work."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Assignment
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.operations.settling import settled


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def drop(*, key: UUID, by: Actor, at: datetime, assignment: UUID) -> UUID:
    """The assignment's id; the words stay readable. Refuses NotFound, NotADraft."""
    row = Assignment.objects.filter(pk=assignment).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    row.dropped, row.resolved_by_id, row.resolved_at = True, person_of(by), at
    row.save()
    settled(row.doubts.all(), by=by, at=at, how="Không giao cho đơn vị nào")
    return row.pk
