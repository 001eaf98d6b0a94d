"""Withdraw a concern that has not reached the branch yet."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Concern
from dongvon.domain.workplan.operations.reporting import WRITERS, advance, check_acts_for, held_for_writing
from dongvon.kernel.refusals import Refusal


class DeliveredAlready(Refusal):
    """The branch has it; its words stand."""

    text = "Nội dung này đã gửi tới chi nhánh nên không rút lại được; có thể gửi thêm ý kiến mới."


class UnknownConcern(Refusal):
    """Gone already, or never seen."""

    text = "Không tìm thấy ý kiến này; đề nghị tải lại trang."


@operation(allowed=WRITERS)
def withdraw_concern(*, key: UUID, by: Actor, at: datetime, concern: UUID) -> None:
    """Take a concern out of a draft. Refuses UnknownConcern, DeliveredAlready, NotYourUnit, HandedIn, PeriodLocked."""
    found = Concern.objects.select_for_update().filter(pk=concern, withdrawn_at=None).first()
    if found is None:
        raise UnknownConcern
    check_acts_for(found.unit_id, by=by, at=at)
    if found.delivered_at is not None or found.report_id is None:
        raise DeliveredAlready
    advance(held_for_writing(found.report_id, by=by, at=at), by=by, at=at)
    Concern.objects.filter(pk=found.pk).update(withdrawn_at=at)
