"""Take an application back."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.operations.release import release
from dongvon.domain.lending.models import Application, Withdrawal
from dongvon.domain.lending.operations.moving import NoSuchApplication, StepTaken, advance
from dongvon.domain.lending.rules.road import OPEN
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM

#: A promise can still be given back as long as nothing was signed.
BEFORE_SIGNING = OPEN | {Stage.RETURNED, Stage.APPROVED, Stage.NOTIFIED}


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def withdraw(*, key: UUID, by: Actor, at: datetime, application: UUID, reason: str = "") -> UUID:
    """The household no longer wants it; what was set aside is free again. Refuses NoSuchApplication, StepTaken."""
    row = Application.objects.select_for_update().filter(id=application).first()
    if row is None:
        raise NoSuchApplication
    if row.stage not in BEFORE_SIGNING:
        raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    Withdrawal.objects.create(application=row, person=by.person, acted_at=at, reason=reason)
    release(key=key, by=by, at=at, about=row.id)
    advance(row, Stage.WITHDRAWN, at=at, resumes_at="")
    return row.id
