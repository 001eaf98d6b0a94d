"""End the closing of a business day: the books are shut and the next day is open."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.operations.close_day import close_day
from dongvon.domain.lending.models import CloseRun, CloseStep
from dongvon.domain.lending.vocabulary import CloseStepName
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class StepsMissing(Refusal):
    """A day is closed only after all its steps."""

    text = "Chưa xong các bước khóa sổ: {steps}."


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def end_close(*, key: UUID, by: Actor, at: datetime, on: date) -> date:
    """Close the day in the ledger and in lending together; gives the day. Refuses StepsMissing."""
    run = CloseRun.objects.select_for_update().get(day=on, finished_at=None)
    done = set(CloseStep.objects.filter(run=run).values_list("name", flat=True))
    missing = [step.value for step in CloseStepName if step not in done]
    if missing:
        raise StepsMissing(steps=", ".join(missing))
    close_day(key=key, by=by, at=at, on=on)
    run.finished_at = max(at, run.started_at)
    run.save(update_fields=["finished_at"])
    return on
