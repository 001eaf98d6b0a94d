"""Rows for the dashboards: a commune is on every map, a group is its commune's."""

from tests.interfaces.doors.world import Row, World
from tests.operations.insight.portfolio import found_group


def a_commune(_: World) -> list[Row]:
    return [Row(place="26041")]


def a_group(world: World) -> list[Row]:
    return [Row(unit=world.own, team=found_group(world.city))]


def a_day(_: World) -> list[Row]:
    return [Row(code="S20261123")]


DOORS = {
    **dict.fromkeys(("insight:source", "insight:source_file"), a_day),
    **dict.fromkeys(
        ("insight:commune", "insight:commune_file", "insight:direct", "insight:direct_file"),
        a_commune,
    ),
    **dict.fromkeys(("insight:group", "insight:group_file"), a_group),
}
