"""Which steps a file takes, how long each may last, and which days are worked, by the dated rows that hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.lending.models import Holiday, PriorityGround, Route, StepDeadline
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.kernel.calendar import WorkingDays


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    """The steps of one programme's files; `forms` are what the commune signs, none where it is not asked."""

    programme: UUID | None
    channel: Channel
    screened: bool
    forms: tuple[str, ...]
    lottery: bool
    tuition: bool
    tranche_months: int | None
    declared_yearly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """The step after `after` is due `working_days` after the file reached `since`."""

    programme: UUID | None
    channel: Channel
    after: Stage
    since: Stage
    working_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRow:
    """A reason to come first in a lottery."""

    code: str
    title: str
    rank: int


def routes(*, on: date) -> list[RouteRow]:
    """The route of each programme and channel that holds on `on`."""
    rows = Route.objects.filter(from_on__lte=on, granted=True).order_by("programme", "channel", "-from_on")
    return [
        RouteRow(
            programme=row.programme_id,
            channel=Channel(row.channel),
            screened=row.screened,
            forms=tuple(row.forms),
            lottery=row.lottery,
            tuition=row.tuition,
            tranche_months=row.tranche_months,
            declared_yearly=row.declared_yearly,
        )
        for row in rows.distinct("programme", "channel")
    ]


def route_of(found: Iterable[RouteRow], *, programme: UUID, channel: Channel) -> RouteRow:
    """The programme's own route, or the common one of its channel."""
    fitting = [row for row in found if row.channel is channel and row.programme in (programme, None)]
    assert fitting, "each channel has a common route"
    return max(fitting, key=lambda row: row.programme is not None)


def deadline(*, programme: UUID, channel: Channel, after: Stage, on: date) -> DeadlineRow | None:
    """How long the step after a stage may take; None where nothing is said."""
    rows = StepDeadline.objects.filter(channel=channel, after=after, from_on__lte=on, granted=True)
    rows = rows.order_by("-from_on")
    own = rows.filter(programme=programme).first() or rows.filter(programme=None).first()
    if own is None:
        return None
    return DeadlineRow(
        programme=own.programme_id,
        channel=Channel(own.channel),
        after=Stage(own.after),
        since=Stage(own.since),
        working_days=own.working_days,
    )


def working_days() -> WorkingDays:
    """The working week with its holidays and the days made up for them."""
    rows = Holiday.objects.filter(granted=True).values_list("day", "worked")
    return WorkingDays(
        holidays=frozenset(day for day, worked in rows if not worked),
        made_up=frozenset(day for day, worked in rows if worked),
    )


def grounds(*, programme: UUID, on: date) -> list[GroundRow]:
    """Reasons to come first under a programme, the strongest first."""
    rows = PriorityGround.objects.filter(programme=programme, from_on__lte=on, granted=True).order_by(
        "code", "-from_on"
    )
    found = [GroundRow(code=row.code, title=row.title, rank=row.rank) for row in rows.distinct("code")]
    return sorted(found, key=lambda row: (row.rank, row.code))


def all_grounds(*, on: date) -> list[GroundRow]:
    """Every reason to come first that some programme knows, once."""
    rows = PriorityGround.objects.filter(from_on__lte=on, granted=True).order_by("code", "-from_on").distinct("code")
    return [GroundRow(code=row.code, title=row.title, rank=row.rank) for row in rows]
