"""A second pair of eyes of the bank on files, their conditions and appraisals."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Appraisal, Control
from dongvon.domain.lending.operations.evaluating import demand_met, evaluate, keep
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.CREDIT_CONTROLLER, Role.SYSTEM})
def control(
    *, key: UUID, by: Actor, at: datetime, applications: tuple[UUID, ...], opinion: str = "", seen: str = ""
) -> int:
    """Agree with the appraisals, together or not at all; gives their number. `seen` is the verdict on the page.

    Refuses StepTaken, SamePerson, ConditionsChanged, ConditionNotMet.
    """
    on = at.astimezone(VIETNAM).date()
    rows = hold(applications, step=Step.CONTROL, on=on)
    found = evaluate(rows, seen=dict.fromkeys(applications, seen), on=on)
    for row in rows:
        demand_another(row, by, signs="controlled_by")
        demand_met(found[row.id], whole=True)
    kept = keep(found, stage=Stage.CONTROLLED, by=by, at=at)
    appraisals = {
        each.application_id: each for each in Appraisal.objects.filter(application__in=rows).order_by("acted_at", "id")
    }
    for row in rows:
        Control.objects.create(
            application=row,
            person=by.person,
            acted_at=at,
            opinion=opinion,
            appraisal=appraisals[row.id],
            evaluation=kept[row.id],
        )
        advance(row, Stage.CONTROLLED, at=at, controlled_by=by.person)
    return len(rows)
