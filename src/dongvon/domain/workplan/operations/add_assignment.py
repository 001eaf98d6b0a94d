"""Add an assignment in review that the reading missed."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.resolve import resolve
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Assignment, Clause
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.assign import ResolvesToNobody
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.operations.settling import settled
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def add_assignment(
    *, key: UUID, by: Actor, at: datetime, clause: UUID, role: str, target: str, level: str, mention: str
) -> UUID:
    """The new assignment's id. Refuses NotFound, NotADraft, ResolvesToNobody."""
    row = Clause.objects.filter(pk=clause).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    if not resolve(target, level=level or None, on=at.astimezone(VIETNAM).date()):
        raise ResolvesToNobody(target=target)
    last = row.assignments.count()
    added = Assignment.objects.create(
        plan_id=row.plan_id,
        clause=row,
        ordinal=last + 1,
        role=role,
        mention=mention,
        target=target,
        level=level,
        inferred="Bổ sung khi rà soát",
        resolved_by_id=person_of(by),
        resolved_at=at,
    )
    settled(row.doubts.filter(code="no_assignment"), by=by, at=at, how=f"Đã bổ sung: {target}")
    return added.pk
