"""Propose a change of rate."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import RatePeriod, RateSeries
from dongvon.domain.programmes.vocabulary import RateDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class RateImpossible(Refusal):
    """The percent or the dates cannot be meant."""

    text = "Lãi suất {percent} %/năm từ ngày {day} không hợp lệ: phải từ 0 đến 100 và kết thúc sau khi bắt đầu."
    field = "percent"


class AlreadyDecided(Refusal):
    """A rate is in force from that very day."""

    text = "Đã có lãi suất được duyệt cho đối tượng này từ đúng ngày {day}. Hãy chọn ngày hiệu lực khác."
    field = "effective_on"


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_rate(*, key: UUID, by: Actor, at: datetime, rate: RateDraft) -> UUID:
    """Lay a change of rate before the approver; gives the proposal. Refuses RateImpossible, AlreadyDecided."""
    step = rate.step
    if not Decimal(0) <= step.percent <= Decimal(100) or (step.until is not None and step.until <= step.effective_on):
        raise RateImpossible(percent=step.percent, day=f"{step.effective_on:%d/%m/%Y}")
    series, _ = RateSeries.objects.get_or_create(
        programme_id=rate.programme, fund=rate.fund, priority_class=rate.priority_class, area=rate.area
    )
    same_day = series.periods.filter(effective_on=step.effective_on, until=step.until, granted=True)
    if same_day.exists():
        raise AlreadyDecided(day=f"{step.effective_on:%d/%m/%Y}")
    return RatePeriod.objects.create(
        series=series,
        effective_on=step.effective_on,
        since_stated=rate.since_stated,
        until=step.until,
        percent=step.percent,
        applies_to=step.applies_to,
        basis_id=rate.basis,
        confidence=rate.confidence,
        proposed_by=by.person,
        proposed_at=at,
    ).id
