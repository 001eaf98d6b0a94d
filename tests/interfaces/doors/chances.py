"""Rows for those who are entitled and do not borrow: a commune whose lists are in reach, and one that is not."""

from tests.interfaces.doors import people
from tests.interfaces.doors.world import Row, World


def communes(world: World) -> list[Row]:
    return [
        Row(unit=row.unit, place=place)
        for row, place in zip(people.DOORS["lists:detail"](world), ("26041", people.FAR), strict=True)
    ]


DOORS = dict.fromkeys(("chances:commune", "chances:commune_file"), communes)
