"""Rows for the pages of administration: the directory is everybody's, people are the administrators'."""

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.learn_alias import learn_alias
from dongvon.domain.units.queries.edges import edges_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import Row, World
from tests.operations.units.city import AT


def each_person(world: World) -> list[Row]:
    return [Row(person=standing.person) for standing in (world.standings[Role.UNIT_HEAD], world.standings[Role.TELLER])]


def a_post(world: World) -> list[Row]:
    return [Row(post=world.standings[Role.UNIT_HEAD].posts[0].id)]


def an_alias(_: World) -> list[Row]:
    return [Row(alias=learn_alias(key=new_id(), by=SYSTEM, at=AT, mention="ub xa", target="ubnd"))]


def each_unit(_: World) -> list[Row]:
    return [Row(code="ubnd-26041"), Row(code="ubnd-26242"), Row(code="so-tai-chinh")]


def a_relation(world: World) -> list[Row]:
    edge = edges_of(world.own, on=AT.date())[0]
    return [Row(code="ubnd-26041", edge=edge.id)]


DOORS = {
    "units:unit": each_unit,
    "units:change": each_unit,
    "units:rename": each_unit,
    "units:reclassify": each_unit,
    "units:join": each_unit,
    "units:part": a_relation,
    "units:dissolve": each_unit,
    "people:person": each_person,
    "people:give": each_person,
    "people:invite": each_person,
    "people:close": each_person,
    "people:reset": each_person,
    "people:take": a_post,
    "aliases:forget": an_alias,
}
