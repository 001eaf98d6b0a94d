"""Where communes lie: outlines where a deployment has drawn them, tiles everywhere else."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Where the outlines come from."""

    source: str
    at: datetime
    communes: int


def drawn_from() -> Drawn | None:
    """The file the outlines were taken from; None where there are none."""
    found = (
        Boundary.objects.values("source").annotate(at=Max("drawn_at"), communes=Count("pk")).order_by("source").first()
    )
    return None if found is None else Drawn(**found)


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
