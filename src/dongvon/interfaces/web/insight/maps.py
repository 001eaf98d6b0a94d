"""The communes on a map: tiles of our own, or the outlines a deployment has drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import cos, radians
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.insight.queries.maps import Spot
from dongvon.domain.insight.vocabulary import Part
from dongvon.interfaces.web.insight.cells import BILLION, percent_shown, scaled
from dongvon.kernel.text import format_number

WIDTH, HEIGHT, GAP = 96, 54, 4
#: An outlined map is so wide; its height follows from the country.
OUTLINED = 900
SHADES = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure that a map can show: how it is taken from a part, and how it is written."""

    name: Promise | str
    measure: str
    value: Callable[[Part], Any]
    ratio: bool = True

    def rounded(self, value: Decimal | int | None) -> Decimal | None:
        """As it will be read: what reads alike is shaded alike."""
        if value is None:
            return None
        return scaled(value, 1, places=2) if self.ratio else scaled(value, BILLION, places=1)

    def written(self, rounded: Decimal | None) -> str:
        if rounded is None:
            return "–"
        return percent_shown(rounded) if self.ratio else format_number(rounded, decimals=1)


#: By the word in the address.
CHOICES: dict[str, Shown] = {
    "du-no": Shown(_("Dư nợ (tỷ đồng)"), "outstanding", lambda part: part.figures.outstanding, ratio=False),
    "tang-truong": Shown(_("Tăng trưởng từ đầu năm"), "growth", lambda part: part.growth),
    "dia-phuong": Shown(_("Vốn địa phương trên dư nợ"), "local_of_outstanding", lambda part: part.local_of_outstanding),
    "qua-han": Shown(_("Tỷ lệ nợ quá hạn"), "overdue_ratio", lambda part: part.figures.overdue_ratio),
    "khoanh": Shown(_("Tỷ lệ nợ khoanh"), "frozen_ratio", lambda part: part.figures.frozen_ratio),
    "thu-lai": Shown(_("Tỷ lệ thu lãi"), "collection_rate", lambda part: part.collection_rate),
}


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One commune as it is drawn; `path` is its outline, without one it is a tile."""

    name: str
    words: tuple[str, ...]
    value: str
    shade: int
    href: str
    x: float
    y: float
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All of the map, and what each shade stands for."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    legend: tuple[tuple[int, str], ...]


def drawing(
    spots: Sequence[Spot], *, parts: dict[str, Part], shown: Shown, address: Callable[[str], str], outlined: bool
) -> Drawing:
    """The map of one measure; a commune without loans stays white."""
    values = {code: shown.rounded(shown.value(part)) for code, part in parts.items()}
    limits = _limits([value for value in values.values() if value is not None])
    projected = _Projection(spots) if outlined else None
    shapes = tuple(
        _shape(spot, value=values.get(spot.code), shown=shown, limits=limits, href=address(spot.code), on=projected)
        for spot in spots
        if projected is None or spot.rings
    )
    return Drawing(
        width=OUTLINED if projected else (max(spot.column for spot in spots) + 1) * (WIDTH + GAP),
        height=projected.height if projected else (max(spot.row for spot in spots) + 1) * (HEIGHT + GAP),
        shapes=shapes,
        legend=_legend(limits, shown),
    )


def _shape(
    spot: Spot,
    *,
    value: Decimal | None,
    shown: Shown,
    limits: list[Decimal],
    href: str,
    on: "_Projection | None",
) -> Shape:
    x, y = on.middle(spot) if on else (spot.column * (WIDTH + GAP), spot.row * (HEIGHT + GAP))
    return Shape(
        name=f"{spot.type.capitalize()} {spot.name}",
        words=(spot.name,),
        value=shown.written(value),
        shade=0 if value is None else 1 + sum(value > limit for limit in limits),
        href=href,
        x=x,
        y=y,
        path=on.path(spot) if on else "",
    )


def _limits(values: list[Decimal]) -> list[Decimal]:
    """Between shades, so that each has about as many communes; fewer where values are alike."""
    ranked = sorted(values)
    if not ranked:
        return []
    return sorted({ranked[len(ranked) * at // SHADES - 1] for at in range(1, SHADES)} - {ranked[-1]})


def _legend(limits: list[Decimal], shown: Shown) -> tuple[tuple[int, str], ...]:
    if not limits:
        return ()
    first = (1, f"≤ {shown.written(limits[0])}")
    between = [
        (at + 2, f"{shown.written(low)} – {shown.written(high)}") for at, (low, high) in enumerate(pairwise(limits))
    ]
    return (first, *between, (len(limits) + 1, f"> {shown.written(limits[-1])}"))


class _Projection:
    """Longitude and latitude on a sheet of OUTLINED wide; good for one province."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        points = [point for spot in spots for ring in spot.rings for point in ring]
        self.west, self.north = min(x for x, _ in points), max(y for _, y in points)
        east, south = max(x for x, _ in points), min(y for _, y in points)
        self.squeeze = cos(radians((self.north + south) / 2))
        self.scale = OUTLINED / (((east - self.west) * self.squeeze) or 1)
        self.height = int((self.north - south) * self.scale) + 1

    def path(self, spot: Spot) -> str:
        return " ".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in map(self._at, ring)) + "Z" for ring in spot.rings)

    def middle(self, spot: Spot) -> tuple[float, float]:
        """Of the largest ring, near enough for a label."""
        ring = [self._at(point) for point in max(spot.rings, key=len)]
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return (point[0] - self.west) * self.squeeze * self.scale, (self.north - point[1]) * self.scale
