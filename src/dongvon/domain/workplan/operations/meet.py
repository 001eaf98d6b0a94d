"""Meet what a unit owes in a round: its report arrived."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.statements import run


@operation(allowed={Role.UNIT_HEAD, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def meet(*, key: UUID, by: Actor, at: datetime, round: UUID, reporter: UUID) -> int:
    """How many obligations were met just now; those met before keep their moment, those too late are late."""
    return run("meet", at=at, round=round, reporter=reporter)
