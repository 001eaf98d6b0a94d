"""Rows for the rules of the road: law is everybody's."""

from tests.interfaces.doors.world import Row, World


def a_kind(_: World) -> list[Row]:
    return [Row(kind="deadline")]


DOORS = dict.fromkeys(("conditions:proposal", "conditions:propose"), a_kind)
