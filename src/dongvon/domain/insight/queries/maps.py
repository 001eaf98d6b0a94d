"""Where communes lie: outlines where a deployment has drawn them, tiles everywhere else."""

from dataclasses import dataclass
from datetime import date

from dongvon.domain.insight.models import Boundary
from dongvon.domain.insight.rules.tiles import tile_layout
from dongvon.domain.units.queries.places import places

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One commune on the map: its tile, and its outline where there is one."""

    code: str
    name: str
    type: str
    column: int
    row: int
    rings: tuple[Ring, ...]


def spots(*, on: date) -> list[Spot]:
    """Every commune of the day, by code."""
    known = places(on=on)
    layout = tile_layout({place.code: (float(place.latitude), float(place.longitude)) for place in known})
    drawn = dict(Boundary.objects.values_list("place_id", "rings"))
    return [
        Spot(
            code=place.code,
            name=place.name,
            type=place.type,
            column=layout[place.code][0],
            row=layout[place.code][1],
            rings=tuple(tuple((x, y) for x, y in ring) for ring in drawn.get(place.code, ())),
        )
        for place in known
    ]
