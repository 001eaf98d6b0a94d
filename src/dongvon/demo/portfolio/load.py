"""Builds the portfolio through the operations: points, people, groups, loans with two years of history."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import City
from dongvon.demo.lists.load import list_borrowers
from dongvon.demo.portfolio.chance import Chance
from dongvon.demo.portfolio.communities import Community, communities, row_id
from dongvon.demo.portfolio.figures import Scale
from dongvon.demo.portfolio.loans import TABLE, Lender, SeriesOf
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import GroupDraft, Organisation, PointDraft
from dongvon.domain.insight.jobs import measure_closed
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.operations.take_over import take_over
from dongvon.domain.people.operations.register import register
from dongvon.domain.programmes.queries.catalogue import catalogue
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import derived_id

Progress = Callable[[int, int], None]

SEED = 20_261_124
_KEYS = UUID("01930000-0000-7000-8000-0000000090f0")
FOUNDED_ON = date(2020, 1, 2)
BATCH = 3_000


def load_portfolio(city: City, *, scale: Scale, on: date, at: datetime, progress: Progress) -> None:
    """Everything up to the business day `on`, which is then closed.

    The catalogue, the rules of servicing and the standards of lists are there already. The same day, scale and city
    give the same rows; asked again nothing changes.
    """
    chance = Chance(SEED)
    lender = Lender(on=on, series=_series(), chance=chance)
    total, done = len(scale.communes) or 95, 0
    with transaction.atomic():
        open_all_points(city, at)
    for batch in _batches(communities(scale, chance=chance)):
        with transaction.atomic():
            _settle(batch, city, lender, scale=scale, at=at)
        done += len(batch)
        progress(done, total)
    close_days(until=on)
    measure_closed()


def _batches(found: Iterable[Community]) -> Iterator[list[Community]]:
    """Communes together, enough of them to be worth a transaction and few enough to be told how far it is."""
    batch: list[Community] = []
    for community in found:
        batch.append(community)
        if sum(len(team.members) for each in batch for team in each.teams) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _settle(batch: list[Community], city: City, lender: Lender, *, scale: Scale, at: datetime) -> None:
    first = batch[0].place
    people = tuple(member for each in batch for team in each.teams for member in team.members)
    register(key=_key("people", first), by=SYSTEM, at=at, people=people)
    groups = tuple(group for each in batch for group in _groups(each))
    found_groups(key=_key("groups", first), by=SYSTEM, at=at, on=FOUNDED_ON, groups=groups)
    lines = [line for each in batch for line in _lines(each, city.units[f"pgd-{each.office}"], lender)]
    take_over(
        key=_key("loans", first),
        by=SYSTEM,
        at=at,
        on=lender.on,
        since=_month_end(lender.on, months_ago=24),
        told_since=_month_end(lender.on, months_ago=scale.told_months) + timedelta(days=1),
        table="\n".join((TABLE, *lines, "")).encode(),
    )
    codes = {series: code for (code, _, _), series in lender.series.items()}
    signed = {"maker": city.people["hieu@dongvon.example"], "checker": city.people["nhung@dongvon.example"]}
    list_borrowers(lines, codes=codes, name=first, on=lender.on, at=at, **signed)


def _lines(community: Community, unit: UUID, lender: Lender) -> Iterator[str]:
    days = {int(row["number"]): int(row["fixed_day"]) for row in community.points}
    for team in community.teams:
        day = days[team.point] if team.group else None
        yield from lender.lines(team, place=community.place, unit=unit, session_day=day)


def _month_end(on: date, *, months_ago: int) -> date:
    return add_months(on.replace(day=1), -months_ago) - timedelta(days=1)


def _groups(community: Community) -> tuple[GroupDraft, ...]:
    return tuple(
        GroupDraft(
            id=team.group,
            code=f"{team.number:07d}",
            organisation=Organisation(team.organisation),
            place=community.place,
            hamlet=team.hamlet,
            point=row_id(4, team.point),
            leader=team.members[0].id,
            deputy=team.members[1].id,
            members=tuple(member.id for member in team.members),
            acceptance=f"{team.number}/UBND ngày {FOUNDED_ON:%d/%m/%Y}",
        )
        for team in community.teams
        if team.group
    )


def open_all_points(city: City, at: datetime) -> None:
    """The city's transaction points with their days."""
    drafts = tuple(
        PointDraft(
            id=row_id(4, int(row["number"])),
            number=int(row["number"]),
            name=row["name"],
            place=row["place"],
            unit=city.units[f"pgd-{row['office']}"],
            fixed_day=int(row["fixed_day"]),
            opens=time.fromisoformat(row["opens"]),
            closes=time.fromisoformat(row["closes"]),
        )
        for row in rows("portfolio/points")
    )
    open_points(key=_key("points"), by=SYSTEM, at=at, on=FOUNDED_ON, points=drafts)
    size: dict[str, Any] = {
        "fewest": 5,
        "most": 60,
        "basis": "Nghị định 06/2026/NĐ-CP, khoản 2 Điều 30",
        "confirmed": True,
    }
    set_size_rule(key=_key("size"), by=SYSTEM, at=at, on=FOUNDED_ON, **size)


def _series() -> SeriesOf:
    return {
        (programme.code, programme.variant, rate.fund): rate.series
        for programme in catalogue()
        for rate in programme.rates
        if rate.priority_class == "ordinary" and not rate.area
    }


def _key(*step: str) -> UUID:
    return derived_id(_KEYS, " ".join(step))
