"""Close a session of the council: nobody votes any more."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import CouncilSession
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.kernel.refusals import Refusal


class SessionClosed(Refusal):
    """The session is over, or there is none."""

    text = "Phiên họp này đã kết thúc hoặc không tồn tại; đề nghị tải lại trang."


@operation(allowed=BRANCH | {Role.COUNCIL_MEMBER})
def close_session(*, key: UUID, by: Actor, at: datetime, session: UUID) -> UUID:
    """The id of the session. Refuses SessionClosed."""
    found = CouncilSession.objects.select_for_update().filter(pk=session, closed_at=None).first()
    if found is None:
        raise SessionClosed
    found.closed_by_id, found.closed_at = by.person, at
    found.save(update_fields=["closed_by", "closed_at"])
    return found.pk
