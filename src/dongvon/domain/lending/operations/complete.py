"""The file is whole again and goes on where it was."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Completion, Correction
from dongvon.domain.lending.operations.moving import advance, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def complete(*, key: UUID, by: Actor, at: datetime, application: UUID, said: str = "") -> UUID:
    """Answer the last correction. Refuses NoSuchApplication, StepTaken."""
    (row,) = hold([application], step=Step.COMPLETE, on=at.astimezone(VIETNAM).date())
    asked = Correction.objects.filter(application=row, completion=None).latest("acted_at", "id")
    Completion.objects.create(application=row, person=by.person, acted_at=at, correction=asked, said=said)
    resumed = Stage(row.resumes_at)
    advance(row, resumed, at=at, resumes_at="")
    return row.id
