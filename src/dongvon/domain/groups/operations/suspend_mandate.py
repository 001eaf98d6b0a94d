"""Suspend a board's mandate by decision."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Mandate, MandateSuspension
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NoMandate(Refusal):
    """There is no mandate in force that could be suspended."""

    text = "Tổ không có hợp đồng ủy nhiệm đang được thực hiện vào ngày {day}."


class DecisionNeeded(Refusal):
    """A suspension rests on a decision and says why."""

    text = "Đề nghị ghi số, ngày quyết định và lý do."
    field = "decision"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def suspend_mandate(*, key: UUID, by: Actor, at: datetime, on: date, group: UUID, decision: str, reason: str) -> UUID:
    """From `on` the board collects nothing. Refuses DecisionNeeded, NoMandate."""
    if not (clean(decision) and clean(reason)):
        raise DecisionNeeded
    mandate = Mandate.objects.select_for_update().filter(group=group, valid__contains=on).first()
    if mandate is None or mandate.suspensions.filter(valid__contains=on).exists():
        raise NoMandate(day=f"{on:%d/%m/%Y}")
    return MandateSuspension.objects.create(
        mandate=mandate,
        valid=DateRange(on, None),
        decision=clean(decision),
        reason=clean(reason),
        suspended_by=by.person,
        suspended_at=at,
    ).id
