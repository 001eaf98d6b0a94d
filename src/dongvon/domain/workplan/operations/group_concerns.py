"""Group concerns of several units that say the same, to be answered together."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.operations.gathering import chosen_concerns, gathered
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class TitleNeeded(Refusal):
    """A group is called something."""

    text = "Đề nghị đặt tên cho nhóm ý kiến."
    field = "title"


@operation(allowed=BRANCH)
def group_concerns(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    concerns: tuple[UUID, ...],
    title: str,
    clause: UUID | None = None,
) -> UUID:
    """The id of the new group. Refuses NothingChosen, OtherPlans, HandledAlready, TitleNeeded."""
    if not clean(title):
        raise TitleNeeded
    return gathered(chosen_concerns(concerns), title=clean(title)[:300], clause=clause, by=by, at=at).pk
