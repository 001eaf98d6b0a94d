"""Assign a mention to a unit in review, and remember the mention as another name of it."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.learn_alias import learn_alias
from dongvon.domain.units.queries.resolve import resolve
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Assignment
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.operations.settling import settled
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class ResolvesToNobody(Refusal):
    """No unit of the day stands behind the target at that level."""

    text = "Không có đơn vị nào tương ứng với “{target}” ở cấp đã chọn; đề nghị chọn lại đơn vị hoặc cấp."
    field = "target"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def assign(
    *, key: UUID, by: Actor, at: datetime, assignment: UUID, target: str, level: str, role: str, learn: bool
) -> UUID:
    """The assignment's id; `level` is city, commune, all or "" for both.

    With `learn` the mention is known from now on. Refuses NotFound, NotADraft, ResolvesToNobody.
    """
    row = Assignment.objects.filter(pk=assignment).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    if not resolve(target, level=level or None, on=at.astimezone(VIETNAM).date()):
        raise ResolvesToNobody(target=target)
    if learn:
        learn_alias(key=key, by=by, at=at, mention=row.mention, target=target)
    row.target, row.level, row.role, row.dropped = target, level, role, False
    row.resolved_by_id, row.resolved_at = person_of(by), at
    row.save()
    settled(row.doubts.all(), by=by, at=at, how=f"Đã chọn: {target}")
    return row.pk
