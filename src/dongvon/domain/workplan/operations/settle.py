"""Settle a doubt: a person looked, and says how it stands."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Doubt
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.operations.settling import settled
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class SettledHow(Refusal):
    """A settled doubt says how."""

    text = "Đề nghị ghi ngắn gọn vì sao nội dung này đã rõ."
    field = "how"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def settle(*, key: UUID, by: Actor, at: datetime, doubt: UUID, how: str) -> UUID:
    """The doubt's id; settling twice keeps the first word. Refuses NotFound, NotADraft, SettledHow."""
    row = Doubt.objects.filter(pk=doubt).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    if not clean(how):
        raise SettledHow
    settled(Doubt.objects.filter(pk=doubt), by=by, at=at, how=clean(how))
    return doubt
