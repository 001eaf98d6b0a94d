"""The communes, their types by date, and the places of before."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from dongvon.demo.city.loaded import BEGINNING, REARRANGED_BY, TYPED_AT, WARDS_BY, key_of
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.map_places import map_places
from dongvon.domain.units.operations.reclassify import reclassify
from dongvon.domain.units.operations.remember_places import remember_places
from dongvon.domain.units.vocabulary import NewFormerPlace, NewPlace

_ENVELOPE: Final[dict[str, Any]] = {"by": SYSTEM, "at": TYPED_AT}


def load_territory() -> None:
    """Put the communes on the map as they were on the first day, and what they were made of."""
    places = tuple(_place(row) for row in rows("city/communes"))
    map_places(key=key_of("places"), places=places, since=BEGINNING, basis=REARRANGED_BY, **_ENVELOPE)
    former = tuple(NewFormerPlace(**row) for row in rows("city/former_places"))
    remember_places(key=key_of("former places"), places=former, until=BEGINNING, basis=REARRANGED_BY, **_ENVELOPE)


def raise_wards() -> None:
    """Ten communes become wards, and the names of their units follow."""
    for row in rows("city/communes"):
        if row["ward_since"]:
            since = date.fromisoformat(row["ward_since"])
            key = key_of(f"ward {row['code']}")
            reclassify(key=key, place=row["code"], new_type="phường", since=since, basis=WARDS_BY, **_ENVELOPE)


def _place(row: dict[str, str]) -> NewPlace:
    return NewPlace(
        code=row["code"],
        name=row["name"],
        type=row["type"],
        area_km2=Decimal(row["area_km2"]),
        latitude=Decimal(row["latitude"]),
        longitude=Decimal(row["longitude"]),
        former_province=row["former_province"],
    )
