"""Restore a suspended mandate by decision."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import MandateSuspension
from dongvon.domain.groups.operations.suspend_mandate import DecisionNeeded
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NotSuspended(Refusal):
    """The mandate runs."""

    text = "Việc ủy nhiệm của tổ không bị tạm dừng trước ngày {day}."
    field = "on"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def restore_mandate(*, key: UUID, by: Actor, at: datetime, on: date, group: UUID, decision: str) -> None:
    """From `on` the board collects again. Refuses DecisionNeeded, NotSuspended."""
    if not clean(decision):
        raise DecisionNeeded
    found = MandateSuspension.objects.filter(mandate__group=group, valid__contains=on, valid__startswith__lt=on).first()
    if found is None:
        raise NotSuspended(day=f"{on:%d/%m/%Y}")
    found.valid, found.restoring_decision = DateRange(found.valid.lower, on), clean(decision)
    found.save(update_fields=["valid", "restoring_decision"])
