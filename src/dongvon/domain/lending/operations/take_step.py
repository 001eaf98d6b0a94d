"""Take one step of a day's closing."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import CloseRun, CloseStep
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.lending.vocabulary import CloseStepName, StepSums
from dongvon.domain.units.vocabulary import Role

TAKE = """
SELECT step.rows, step.amount, extract(epoch FROM clock_timestamp() - statement_timestamp())::float AS seconds
FROM lending_close_{step}(%(on)s, %(person)s, %(at)s) AS step
"""


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def take_step(*, key: UUID, by: Actor, at: datetime, on: date, step: CloseStepName) -> StepSums:
    """Do the step over the whole portfolio and write it down with its control sums; a step done is not done again."""
    run = CloseRun.objects.select_for_update().get(day=on, finished_at=None)
    done = CloseStep.objects.filter(run=run, name=step).first()
    if done is None:
        values = {"on": on, "person": by.person, "at": at}
        (sums,) = call(TAKE.format(step=CloseStepName(step).value), values)
        done = CloseStep.objects.create(run=run, name=step, finished_at=at, **sums)
    return StepSums(name=step, rows=done.rows, amount=done.amount, seconds=done.seconds)
