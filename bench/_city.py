"""A city of full size without names: 95 communes with their organisations, offices, departments."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.vocabulary import BODIES, EdgeKind, Level, NewEdge, NewPlace, NewUnit
from dongvon.kernel.ids import new_id

SINCE = date(2025, 7, 1)
AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
COMMUNES = tuple(str(25_000 + 3 * number) for number in range(95))
OF_COMMUNE = ("ubnd", "mttq", "hoi-nong-dan", "hoi-phu-nu", "hoi-cuu-chien-binh", "doan-thanh-nien")
OFFICES = 22


def build() -> dict[str, UUID]:
    """Found and join everything; ids by code."""
    from django.db import transaction

    from dongvon.domain.units.operations.found_many import found_many
    from dongvon.domain.units.operations.join_many import join_many
    from dongvon.domain.units.operations.map_places import map_places

    with transaction.atomic():
        map_places(key=new_id(), by=SYSTEM, at=AT, places=_places(), since=SINCE, basis="bench")
        units = found_many(key=new_id(), by=SYSTEM, at=AT, units=_units(), since=SINCE)
        join_many(key=new_id(), by=SYSTEM, at=AT, edges=_edges(units), since=SINCE)
    return units


def _places() -> tuple[NewPlace, ...]:
    return tuple(
        NewPlace(
            code=code,
            name=f"Xã {code}",
            type="xã",
            area_km2=Decimal(50),
            latitude=Decimal(11),
            longitude=Decimal(107),
            former_province="Đồng Nai",
        )
        for code in COMMUNES
    )


def _units() -> tuple[NewUnit, ...]:
    city = [body for body in BODIES if Level.CITY in body.levels]
    units = [_unit(body.key, body.key, Level.CITY, None) for body in city]
    units += [_unit(f"{body}-{code}", body, Level.COMMUNE, code) for code in COMMUNES for body in OF_COMMUNE]
    return tuple(units + [_unit(f"pgd-{office}", "nhcsxh-pgd", Level.COMMUNE, None) for office in range(OFFICES)])


def _unit(code: str, body: str, level: Level, place: str | None) -> NewUnit:
    name = f"{body} {place or ''}".strip()
    return NewUnit(code=code, body=body, level=level, full_name=name, short_name=name, place=place)


def _edges(units: dict[str, UUID]) -> tuple[NewEdge, ...]:
    """Organisations of a commune report through its People's Committee, offices through the branch."""
    pairs = [(f"{body}-{code}", f"ubnd-{code}") for code in COMMUNES for body in OF_COMMUNE if body != "ubnd"]
    pairs += [(f"pgd-{office}", "nhcsxh-chi-nhanh") for office in range(OFFICES)]
    return tuple(
        NewEdge(child=units[child], parent=units[parent], kind=EdgeKind.REPORTS_THROUGH) for child, parent in pairs
    )
