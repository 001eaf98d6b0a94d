"""Give places in a plan by priority and by lot, in public, before witnesses."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, Lot, Lottery
from dongvon.domain.lending.queries.routes import grounds, routes
from dongvon.domain.lending.rules import lottery as rules
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NobodyWaits(Refusal):
    """There is nothing to draw."""

    text = "Không có hồ sơ nào đang chờ xét ưu tiên, bốc thăm cho chương trình này."


class NotTheirDraw(Refusal):
    """Where a group meets and the commune confirms, the commune draws; the bank draws for files brought to it."""

    text = "Chương trình này do {who} xét ưu tiên, bốc thăm; đề nghị chọn chương trình khác."


class NotSeen(Refusal):
    """A public draw has a seed called out and at least two witnesses."""

    text = "Bốc thăm công khai cần dãy số do người chứng kiến đọc, và ít nhất hai người chứng kiến."
    field = "seed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LotteryDraft:
    """A public draw: the plan in đồng, the seed called out, where and before whom."""

    programme: UUID
    unit: UUID
    plan: int
    seed: str
    held_on: date
    venue: str
    witnesses: tuple[str, ...]
    minutes: str = ""


@operation(allowed={Role.OFFICE_DIRECTOR, Role.COMMUNE_CHAIR, Role.SYSTEM})
def draw_lots(*, key: UUID, by: Actor, at: datetime, lottery: LotteryDraft) -> UUID:
    """Order all files that wait for a place and have none yet; gives the lottery.

    At an office those that were taken in; in a commune those on lists it has not confirmed. Those who miss a place
    stay, and take part in the next draw. Refuses NobodyWaits, NotTheirDraw, NotSeen.
    """
    if not lottery.seed.strip() or len(lottery.witnesses) < 2:
        raise NotSeen
    rows = list(_waiting(lottery, by=by))
    if not rows:
        raise NobodyWaits
    held = Lottery.objects.create(
        unit_id=lottery.unit,
        programme_id=lottery.programme,
        plan=lottery.plan,
        seed=lottery.seed.strip(),
        held_on=lottery.held_on,
        venue=lottery.venue,
        witnesses=list(lottery.witnesses),
        minutes=lottery.minutes,
        drawn_by=by.person,
        drawn_at=at,
    )
    _draw(held, rows, on=lottery.held_on)
    return held.id


def _waiting(lottery: LotteryDraft, *, by: Actor) -> QuerySet[Application]:
    waiting = Application.objects.select_for_update().filter(programme=lottery.programme)
    screened = lottery.programme in {row.programme for row in routes(on=lottery.held_on) if row.screened}
    if by.roles.isdisjoint({Role.COMMUNE_CHAIR if screened else Role.OFFICE_DIRECTOR, Role.SYSTEM}):
        raise NotTheirDraw(who="UBND cấp xã" if screened else "ngân hàng")
    if screened:
        place = units_by_id([lottery.unit], on=lottery.held_on)[lottery.unit].place
        own = waiting.filter(stage=Stage.SCREENED, place=place)
    else:
        own = waiting.filter(stage=Stage.RECEIVED, unit=lottery.unit)
    return own.exclude(id__in=Lot.objects.filter(selected=True).values("application")).order_by("id")


def _draw(held: Lottery, rows: list[Application], *, on: date) -> None:
    tickets = [rules.Ticket(application=row.id, amount=row.amount, grounds=tuple(row.grounds)) for row in rows]
    ranks = {ground.code: ground.rank for ground in grounds(programme=held.programme_id, on=on)}
    drawn = rules.draw_lots(tickets, plan=held.plan, seed=held.seed, ranks=ranks)
    Lot.objects.bulk_create(
        Lot(lottery=held, application_id=each.application, ground=each.ground, rank=rank, selected=each.selected)
        for rank, each in enumerate(drawn, start=1)
    )
