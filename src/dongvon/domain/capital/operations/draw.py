"""Set money of a fund aside; the last of it goes to whoever comes first."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.models import Draw, FundLimit
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class FundExhausted(Refusal):
    """Not enough is left."""

    text = "Nguồn vốn chỉ còn {left:,} đồng chưa phê duyệt cho vay. Hãy giảm số tiền hoặc chờ bổ sung nguồn vốn."
    field = "amount"


class NoLimitYet(Refusal):
    """Nobody said how much of the fund may be promised on that day."""

    text = "Chưa có hạn mức nguồn vốn cho ngày {on:%d/%m/%Y}. Đề nghị chi nhánh giao hạn mức trước."


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def draw(*, key: UUID, by: Actor, at: datetime, on: date, fund: Fund, unit: UUID, amount: int, about: UUID) -> int:
    """Set `amount` aside under every limit that holds for the office; gives how many there are.

    Limits are taken in one order, so that two draws wait for each other instead of in a ring.
    Refuses NoLimitYet, FundExhausted.
    """
    holding = FundLimit.objects.filter(Q(unit=unit) | Q(unit=None), fund=fund, valid__contains=on, granted=True)
    limits = holding.order_by("id")
    if not limits:
        raise NoLimitYet(on=on)
    for limit in limits:
        room = FundLimit.objects.filter(id=limit.id, drawn__lte=F("amount") - amount)
        if not room.update(drawn=F("drawn") + amount):
            limit.refresh_from_db()
            raise FundExhausted(left=limit.amount - limit.drawn)
    drawn = [Draw(limit=each, about=about, amount=amount, drawn_by=by.person, drawn_at=at) for each in limits]
    return len(Draw.objects.bulk_create(drawn))
