"""A second pair of eyes of the bank on files and appraisals."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Appraisal, Control
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.CREDIT_CONTROLLER, Role.SYSTEM})
def control(*, key: UUID, by: Actor, at: datetime, applications: tuple[UUID, ...], opinion: str = "") -> int:
    """Agree with the appraisals, together or not at all; gives their number. Refuses StepTaken, SamePerson."""
    rows = hold(applications, step=Step.CONTROL, on=at.astimezone(VIETNAM).date())
    for row in rows:
        demand_another(row, by, signs="controlled_by")
        last = Appraisal.objects.filter(application=row).latest("acted_at", "id")
        Control.objects.create(application=row, person=by.person, acted_at=at, opinion=opinion, appraisal=last)
        advance(row, Stage.CONTROLLED, at=at, controlled_by=by.person)
    return len(rows)
