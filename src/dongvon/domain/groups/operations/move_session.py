"""Move one session to another day by order."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import PointDay, SessionMove
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.calendar import session_in
from dongvon.kernel.refusals import Refusal


class NoSessionThen(Refusal):
    """The point holds no session on that day."""

    text = "Điểm giao dịch không có phiên vào ngày {day}. Hãy chọn đúng ngày phiên cần chuyển."
    field = "from_on"


class SessionAlreadyMoved(Refusal):
    """That session was moved before."""

    text = "Phiên ngày {day} đã được chuyển trước đó."
    field = "from_on"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def move_session(*, key: UUID, by: Actor, at: datetime, point: UUID, from_on: date, to_on: date, reason: str) -> UUID:
    """Hold the session of `from_on` on `to_on`; debts follow. Refuses NoSessionThen, SessionAlreadyMoved."""
    fixed = PointDay.objects.filter(point=point, valid__contains=from_on).first()
    if fixed is None or session_in(from_on.year, from_on.month, session_day=fixed.day) != from_on:
        raise NoSessionThen(day=f"{from_on:%d/%m/%Y}")
    try:
        with transaction.atomic():
            return SessionMove.objects.create(
                point_id=point, from_on=from_on, to_on=to_on, reason=reason, moved_by=by.person, moved_at=at
            ).id
    except IntegrityError as fault:
        raise SessionAlreadyMoved(day=f"{from_on:%d/%m/%Y}") from fault
