"""Rows for the dashboards: a commune is on every map, a group is its commune's."""

from datetime import date

from tests.interfaces.doors.world import Row, World
from tests.operations.insight.portfolio import found_group, found_portfolio


def a_commune(_: World) -> list[Row]:
    return [Row(place="26041")]


def a_group(world: World) -> list[Row]:
    return [Row(unit=world.own, team=found_group(world.city))]


def a_closed_day(world: World) -> list[Row]:
    found_portfolio(world.city).snapshot(date(2026, 11, 23), in_term=1)
    return [Row(code="S20261123")]


DOORS = {
    **dict.fromkeys(("insight:source", "insight:source_file"), a_closed_day),
    **dict.fromkeys(
        ("insight:commune", "insight:commune_file", "insight:direct", "insight:direct_file"),
        a_commune,
    ),
    **dict.fromkeys(("insight:group", "insight:group_file"), a_group),
}
