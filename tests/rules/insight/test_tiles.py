"""Every commune has a tile of its own, near where it lies."""

import csv
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import dongvon.demo.city
from dongvon.domain.insight.rules.tiles import tile_layout

COMMUNES = Path(dongvon.demo.city.__file__).parent / "communes.csv"
DEGREES = st.tuples(st.floats(8, 24), st.floats(102, 110))


def places() -> dict[str, tuple[float, float]]:
    with COMMUNES.open(encoding="utf-8", newline="") as file:
        return {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}


@given(st.dictionaries(st.text(min_size=1, max_size=5), DEGREES, max_size=40))
def test_no_two_share_a_tile_and_the_corner_is_the_origin(points: dict[str, tuple[float, float]]) -> None:
    layout = tile_layout(points)
    assert layout.keys() == points.keys()
    assert len(set(layout.values())) == len(points)
    if points:
        assert min(x for x, _ in layout.values()) == min(y for _, y in layout.values()) == 0


def test_the_city_keeps_its_shape() -> None:
    """Of two communes well apart, the northern one never lies below, nor the western one to the right."""
    points, layout = places(), tile_layout(places())
    assert len(layout) == 95
    for one, other in combinations(points, 2):
        north, east = points[one][0] - points[other][0], points[one][1] - points[other][1]
        if abs(north) > 0.35:
            assert (layout[one][1] < layout[other][1]) == (north > 0)
        if abs(east) > 0.35:
            assert (layout[one][0] > layout[other][0]) == (east > 0)


def test_the_same_places_are_laid_the_same() -> None:
    assert tile_layout(places()) == tile_layout(dict(reversed(places().items())))
