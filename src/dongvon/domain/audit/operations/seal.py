"""Seal the events of a past day."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.models import Seal
from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.queries.leaves import leaves_of
from dongvon.domain.audit.rules import merkle
from dongvon.domain.audit.vocabulary import Actor
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class DayNotOver(Refusal):
    """Only a day that has ended can be sealed."""

    text = "Chưa thể niêm phong ngày {day}: ngày này chưa kết thúc."


class SealedOutOfOrder(Refusal):
    """Days are sealed in order, without gaps in the chain."""

    text = "Ngày {day} không sau ngày niêm phong gần nhất ({last}). Chỉ niêm phong được các ngày tiếp theo."


@operation(allowed={"system"})
def seal(*, key: UUID, by: Actor, at: datetime, day: date) -> date:
    """Write the seal of `day`, over every event recorded on it; gives `day` back."""
    if at.astimezone(VIETNAM).date() <= day:
        raise DayNotOver(day=f"{day:%d/%m/%Y}")
    _wait_for_writers()
    last = Seal.objects.order_by("-day").first()
    if last is not None and last.day >= day:
        raise SealedOutOfOrder(day=f"{day:%d/%m/%Y}", last=f"{last.day:%d/%m/%Y}")
    begin = None if last is None else last.day + timedelta(days=1)
    leaves = leaves_of(since=begin, until=day)
    root = merkle.root([leaf.digest for leaf in leaves])
    previous = merkle.EMPTY if last is None else bytes(last.seal)
    Seal.objects.create(
        day=day,
        sealed_at=at,
        events=[leaf.event for leaf in leaves],
        leaves=b"".join(leaf.digest for leaf in leaves),
        root=root,
        previous=previous,
        seal=merkle.chained(previous=previous, day=day, count=len(leaves), day_root=root),
    )
    return day


def _wait_for_writers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_wait_for_writers()")
