"""Start to close a business day of lending: from here on nothing is booked until it is closed."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import CloseRun, Disbursement, Receipt
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

#: Waits until every booking in hand is over; `lending_require_open` holds the same lock shared.
WAIT = "SELECT pg_advisory_xact_lock(20261, 3)"


class NotTheDayToClose(Refusal):
    """Days close one after another."""

    text = "Ngày phải khóa tiếp theo là {open:%d/%m/%Y}, không phải {on:%d/%m/%Y}."
    field = "on"


class BusinessAhead(Refusal):
    """Something is booked on a later day already."""

    text = "Đã có giao dịch sau ngày {on:%d/%m/%Y}; ngày đầu tiên được khóa phải bao gồm các giao dịch đó."
    field = "on"


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def start_close(*, key: UUID, by: Actor, at: datetime, on: date) -> date:
    """Announce the closing of `on`; a started one is simply gone on with. Refuses NotTheDayToClose, BusinessAhead."""
    call(WAIT, {})
    last = CloseRun.objects.order_by("-day").first()
    if last is not None and last.finished_at is None and last.day == on:
        return on
    if last is not None and (last.finished_at is None or (on - last.day).days != 1):
        raise NotTheDayToClose(open=last.day, on=on)
    if last is None and any(kind.objects.filter(booked_on__gt=on).exists() for kind in (Receipt, Disbursement)):
        raise BusinessAhead(on=on)
    CloseRun.objects.create(day=on, started_at=at, person=by.person)
    return on
