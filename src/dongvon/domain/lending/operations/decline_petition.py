"""Say no to what is asked about a loan."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.deciding import answer, take_up
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class ReasonMissing(Refusal):
    """The borrower is told why."""

    text = "Hãy ghi lý do không chấp thuận để báo lại người vay."
    field = "reason"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def decline_petition(*, key: UUID, by: Actor, at: datetime, petition: UUID, reason: str) -> None:
    """Close an open petition without an act. Refuses ReasonMissing, NoSuchPetition, AlreadyDecided, OwnPetition."""
    if not reason.strip():
        raise ReasonMissing
    answer(take_up(petition, by=by), by=by, at=at, granted=False, words=reason)
