"""Ask that a unit be let off what it owes in a round; another person decides."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Waiver
from dongvon.domain.workplan.operations.relieving import check_request
from dongvon.domain.workplan.vocabulary import ReliefState
from dongvon.kernel.text import clean


@operation(allowed={Role.UNIT_HEAD, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
def waive(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    round: UUID,
    unit: UUID,
    clause: UUID | None,
    reason: str,
    document: str,
) -> UUID:
    """The request's id. Refuses OnlyOwnUnit, ReasonMissing, NothingToRelieve."""
    check_request(by=by, round=round, unit=unit, clause=clause, reason=reason)
    asked = Waiver.objects.create(
        round_id=round,
        unit_id=unit,
        clause_id=clause,
        reason=clean(reason),
        document=clean(document),
        state=ReliefState.ASKED,
        asked_by_id=by.person,
        asked_at=at,
    )
    return asked.pk
