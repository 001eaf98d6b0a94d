"""Rows for the catalogue's pages: law is everybody's."""

from dongvon.domain.programmes.queries.catalogue import catalogue
from tests.interfaces.doors.world import Row, World


def a_programme(_: World) -> list[Row]:
    return [Row(programme=catalogue()[0].id)]


def a_rate(world: World) -> list[Row]:
    programme = a_programme(world)[0].parameters["programme"]
    return [Row(programme=programme, rate=next(row for row in catalogue() if row.id == programme).rates[0].id)]


def a_term(world: World) -> list[Row]:
    programme = a_programme(world)[0].parameters["programme"]
    return [Row(programme=programme, term=next(row for row in catalogue() if row.id == programme).terms[0].id)]


DOORS = {
    "catalogue:programme": a_programme,
    "catalogue:propose": a_programme,
    "catalogue:decide": a_rate,
    "catalogue:term": a_programme,
    "catalogue:propose_term": a_programme,
    "catalogue:decide_term": a_term,
}
