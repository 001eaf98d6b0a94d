"""Close the books of a business date."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import Count, Max, Sum

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.models import Day, Transfer
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

STATEMENT = (Path(__file__).parents[1] / "sql" / "close_day.sql").read_text()


class ClosedOutOfOrder(Refusal):
    """Days close one after another."""

    text = "Ngày {day} không sau ngày đã đóng gần nhất ({closed})."
    field = "on"


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def close_day(*, key: UUID, by: Actor, at: datetime, on: date) -> date:
    """Close every date up to and with `on`, and carry all totals forward; gives `on`. Refuses ClosedOutOfOrder."""
    _wait_for_writers()
    closed = Day.objects.aggregate(last=Max("day"))["last"]
    if closed is not None and on <= closed:
        raise ClosedOutOfOrder(day=f"{on:%d/%m/%Y}", closed=f"{closed:%d/%m/%Y}")
    since = closed or date.min
    sums = Transfer.objects.filter(day__gt=since, day__lte=on).aggregate(number=Count("id"), amount=Sum("amount"))
    Day.objects.create(day=on, transfers=sums["number"], amount=sums["amount"] or 0, closed_at=at, closed_by=by.person)
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, {"since": since, "day": on})
    return on


def _wait_for_writers() -> None:
    """Also for whoever closes another day: what was closed last is asked behind this lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_wait_for_writers()")
