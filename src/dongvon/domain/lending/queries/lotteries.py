"""Public draws: who waits for a place, and how draws went."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from dongvon.domain.lending.models import Application, Lot, Lottery
from dongvon.domain.lending.queries.routes import routes
from dongvon.domain.lending.vocabulary import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """How many files of a programme wait for a place, and how much they ask for together."""

    programme: UUID
    name: str
    files: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LotRow:
    """One place in the order of a draw."""

    rank: int
    application: UUID
    borrower: UUID
    borrower_name: str
    amount: int
    ground: str
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LotteryRow:
    """A draw with everything needed to repeat it."""

    id: UUID
    unit: UUID
    programme_name: str
    plan: int
    seed: str
    held_on: date
    venue: str
    witnesses: tuple[str, ...]
    minutes: str
    lots: tuple[LotRow, ...]


def waiting_for_lots(*, on: date, in_commune: bool) -> list[WaitingRow]:
    """By programme that is drawn for: `in_commune` before it confirms, else once the bank took the files in."""
    drawn_for = [row.programme for row in routes(on=on) if row.lottery and row.screened == in_commune]
    stage = Stage.SCREENED if in_commune else Stage.RECEIVED
    waiting = Application.objects.filter(programme__in=drawn_for, stage=stage)
    waiting = waiting.exclude(id__in=Lot.objects.filter(selected=True).values("application"))
    rows = waiting.values("programme", "programme__name").annotate(files=Count("id"), asked=Sum("amount"))
    return [
        WaitingRow(
            programme=row["programme"], name=row["programme__name"], files=row["files"], amount=int(row["asked"])
        )
        for row in rows.order_by("programme__name")
    ]


def lotteries(*, limit: int = 10) -> list[LotteryRow]:
    """The last draws in sight, newest first."""
    return [_row(each) for each in _drawn().order_by("-drawn_at")[:limit]]


def lottery_of(id_: UUID) -> LotteryRow | None:
    """One draw; None when it is out of sight."""
    found = _drawn().filter(id=id_).first()
    return _row(found) if found else None


def _drawn() -> QuerySet[Lottery]:
    return Lottery.objects.select_related("programme").prefetch_related("lots__application__borrower")


def _row(each: Lottery) -> LotteryRow:
    return LotteryRow(
        id=each.id,
        unit=each.unit_id,
        programme_name=each.programme.name,
        plan=each.plan,
        seed=each.seed,
        held_on=each.held_on,
        venue=each.venue,
        witnesses=tuple(each.witnesses),
        minutes=each.minutes,
        lots=tuple(
            LotRow(
                rank=lot.rank,
                application=lot.application_id,
                borrower=lot.application.borrower_id,
                borrower_name=lot.application.borrower.full_name,
                amount=lot.application.amount,
                ground=lot.ground,
                selected=lot.selected,
            )
            for lot in sorted(each.lots.all(), key=lambda lot: lot.rank)
        ),
    )
