"""Builds the portfolio through the operations: points, people, groups, loans with two years of history, one day closed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import City
from dongvon.demo.portfolio.chance import Chance
from dongvon.demo.portfolio.communities import Community, communities, row_id
from dongvon.demo.portfolio.figures import Scale, rows
from dongvon.demo.portfolio.loans import TABLE, Lender, SeriesOf
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import GroupDraft, Organisation, PointDraft
from dongvon.domain.lending.operations.take_over import take_over
from dongvon.domain.people.operations.register import register
from dongvon.domain.programmes.queries.catalogue import catalogue
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import derived_id

Progress = Callable[[int, int], None]

SEED = 20_261_124
_KEYS = UUID("01930000-0000-7000-8000-0000000090f0")
FOUNDED_ON = date(2020, 1, 2)


def load_portfolio(city: City, *, scale: Scale, on: date, at: datetime, progress: Progress) -> None:
    """Everything up to the business day `on`, still open; the catalogue and the rules of servicing are there already.

    The same day, scale and city give the same rows, and asked again nothing changes.
    """
    chance = Chance(SEED)
    lender = Lender(on=on, series=_series(), chance=chance)
    total = len(scale.communes) or 95
    with transaction.atomic():
        _open_points(city, at)
    for done, community in enumerate(communities(scale, chance=chance), start=1):
        with transaction.atomic():
            _settle(community, city, lender, scale=scale, at=at)
        progress(done, total)


def _settle(community: Community, city: City, lender: Lender, *, scale: Scale, at: datetime) -> None:
    people = tuple(member for team in community.teams for member in team.members)
    register(key=_key("people", community.place), by=SYSTEM, at=at, people=people)
    found_groups(key=_key("groups", community.place), by=SYSTEM, at=at, on=FOUNDED_ON, groups=_groups(community))
    days = {int(row["number"]): int(row["fixed_day"]) for row in community.points}
    unit = city.units[f"pgd-{community.office}"]
    lines = [
        line
        for team in community.teams
        for line in lender.lines(
            team, place=community.place, unit=unit, session_day=days[team.point] if team.group else None
        )
    ]
    take_over(
        key=_key("loans", community.place),
        by=SYSTEM,
        at=at,
        on=lender.on,
        since=_month_end(lender.on, months_ago=24),
        told_since=_month_end(lender.on, months_ago=scale.told_months) + timedelta(days=1),
        table="\n".join((TABLE, *lines, "")).encode(),
    )


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
        )
        for team in community.teams
        if team.group
    )


def _open_points(city: City, at: datetime) -> None:
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
        for row in rows("points")
    )
    open_points(key=_key("points"), by=SYSTEM, at=at, on=FOUNDED_ON, points=drafts)
    size = {"fewest": 5, "most": 60, "basis": "Nghị định 06/2026/NĐ-CP, khoản 2 Điều 30", "confirmed": True}
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


