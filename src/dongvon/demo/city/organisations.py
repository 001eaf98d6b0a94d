"""The bodies of the city and of each commune, and how they belong together."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from dongvon.demo.city.loaded import BEGINNING, CITY_SINCE, RAISED_BY, TYPED_AT, key_of
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.found_many import found_many
from dongvon.domain.units.operations.join_many import join_many
from dongvon.domain.units.operations.rename import rename
from dongvon.domain.units.vocabulary import EdgeKind, Level, NewEdge, NewUnit

_ENVELOPE: Final[dict[str, Any]] = {"by": SYSTEM, "at": TYPED_AT}
_BRANCH: Final = "nhcsxh-chi-nhanh"
_PROVINCE, _CITY = "tỉnh", "thành phố"


def load_organisations() -> dict[str, UUID]:
    """Found every unit and join them; ids by code."""
    founding = (*_city_units(), *_offices(), *_commune_units())
    units = found_many(key=key_of("units"), units=founding, since=BEGINNING, **_ENVELOPE)
    edges = tuple(_edges(units))
    join_many(key=key_of("edges"), edges=edges, since=BEGINNING, **_ENVELOPE)
    return units


def raise_city(units: dict[str, UUID]) -> None:
    """The province becomes a centrally run city, and the bodies named after it are renamed."""
    for row in rows("city/city_units"):
        if "{tier}" in row["full_name"]:
            full_name, short_name = _named(row, tier=_CITY)
            rename(
                key=key_of(f"raise {row['code']}"),
                unit=units[row["code"]],
                full_name=full_name,
                short_name=short_name,
                since=CITY_SINCE,
                basis=RAISED_BY,
                **_ENVELOPE,
            )


def _city_units() -> Iterator[NewUnit]:
    for row in rows("city/city_units"):
        full_name, short_name = _named(row, tier=_PROVINCE)
        yield NewUnit(code=row["code"], body=row["body"], level=Level.CITY, full_name=full_name, short_name=short_name)


def _offices() -> Iterator[NewUnit]:
    for row in rows("city/offices"):
        yield NewUnit(
            code=f"pgd-{row['code']}",
            body="nhcsxh-pgd",
            level=Level.COMMUNE,
            full_name=row["full_name"],
            short_name=row["short_name"],
        )


def _commune_units() -> Iterator[NewUnit]:
    bodies = list(rows("city/commune_bodies"))
    for place in rows("city/communes"):
        titled = f"{place['type']} {place['name']}"
        for body in bodies:
            yield NewUnit(
                code=f"{body['body']}-{place['code']}",
                body=body["body"],
                level=Level.COMMUNE,
                full_name=body["full_name"].format(place=titled),
                short_name=body["short_name"].format(place=titled),
                place=place["code"],
            )


def _edges(units: dict[str, UUID]) -> Iterator[NewEdge]:
    for child, parent, kind in (*_city_edges(), *_office_edges(), *_commune_edges()):
        yield NewEdge(child=units[child], parent=units[parent], kind=EdgeKind(kind))


def _city_edges() -> Iterator[tuple[str, str, str]]:
    for row in rows("city/city_units"):
        if row["under"]:
            yield row["code"], row["under"], EdgeKind.ADMINISTRATIVE
    for row in rows("city/commune_bodies"):
        if "entrustment" in row["edges"]:
            yield f"{row['body']}-thanh-pho", _BRANCH, EdgeKind.ENTRUSTMENT


def _office_edges() -> Iterator[tuple[str, str, str]]:
    for row in rows("city/offices"):
        for kind in (EdgeKind.ADMINISTRATIVE, EdgeKind.REPORTS_THROUGH):
            yield f"pgd-{row['code']}", _BRANCH, kind


def _commune_edges() -> Iterator[tuple[str, str, str]]:
    """A parent is written "ubnd" (of the same commune), "office" (serving it), or as a unit's code."""
    bodies = [(body["body"], body["edges"].split()) for body in rows("city/commune_bodies")]
    for place in rows("city/communes"):
        near = {"ubnd": f"ubnd-{place['code']}", "office": f"pgd-{place['office']}"}
        yield near["ubnd"], near["office"], EdgeKind.SERVICE_AREA
        for body, edges in bodies:
            for kind, parent in (edge.split(":") for edge in edges):
                yield f"{body}-{place['code']}", near.get(parent, parent), kind


def _named(row: dict[str, str], *, tier: str) -> tuple[str, str]:
    return row["full_name"].format(tier=tier), row["short_name"].format(tier=tier)
