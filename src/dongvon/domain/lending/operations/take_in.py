"""The bank has full files in hand, and its clock begins."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Intake
from dongvon.domain.lending.operations.moving import advance, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.CREDIT_OFFICER, Role.SYSTEM})
def take_in(*, key: UUID, by: Actor, at: datetime, applications: tuple[UUID, ...]) -> int:
    """Receive files together, or none of them; gives their number. Refuses NoSuchApplication, StepTaken."""
    rows = hold(applications, step=Step.TAKE_IN, on=at.astimezone(VIETNAM).date())
    for row in rows:
        Intake.objects.create(application=row, person=by.person, acted_at=at)
        advance(row, Stage.RECEIVED, at=at)
    return len(rows)
