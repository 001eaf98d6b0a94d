"""A file of boundaries is read as RFC 7946 describes it, and everything else is refused by name."""

import json
from pathlib import Path
from typing import Any

import pytest

from dongvon.domain.insight.rules.boundaries import CodeTwice, NoCode, NotBoundaries, WrongOutline, read_boundaries

FACTS = Path(__file__).parents[4] / "shared" / "data" / "communes_small.geojson"
RING = [[106.8, 11.0], [106.9, 11.0], [106.9, 11.1], [106.8, 11.0]]
POLYGON = {"type": "Polygon", "coordinates": [RING]}


def feature(code: Any = "26041", geometry: Any = POLYGON, **more: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry, **more}


def file(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_a_polygon_and_a_multipolygon() -> None:
    many = {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]}
    one, other = read_boundaries(file(feature(), feature("26242", many)))
    assert (one.place, len(one.rings)) == ("26041", 1)
    assert (other.place, len(other.rings)) == ("26242", 3)
    assert one.rings[0][1] == (106.9, 11.0)


def test_the_id_of_a_feature_stands_for_a_missing_code() -> None:
    assert read_boundaries(file(feature(None, id=26041)))[0].place == "26041"


def test_heights_are_left_out() -> None:
    ring = [[*point, 12.5] for point in RING]
    assert read_boundaries(file(feature(geometry={"type": "Polygon", "coordinates": [ring]})))[0].rings[0][0] == (
        106.8,
        11.0,
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"[]",
        b"{}",
        b'{"features": []}',
        b'{"features": {}}',
        b'{"features": [3]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_collection_is_refused(content: bytes) -> None:
    with pytest.raises(NotBoundaries):
        read_boundaries(content)


def test_a_feature_without_code_is_named_by_its_number() -> None:
    with pytest.raises(NoCode, match="thứ 2"):
        read_boundaries(file(feature(), feature(None)))


def test_a_code_twice_is_refused() -> None:
    with pytest.raises(CodeTwice, match="26041"):
        read_boundaries(file(feature(), feature()))


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Point", "coordinates": [106.8, 11.0]},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [RING[:3]]},
        {"type": "Polygon", "coordinates": [[["x", 1], *RING]]},
        {"type": "Polygon", "coordinates": [[[1_206_800, 450_000], *RING]]},  # metres of a national grid
        {"type": "Polygon", "coordinates": [[[106.8, float("nan")], *RING]]},
    ],
)
def test_what_is_no_area_on_the_earth_is_refused_with_its_code(geometry: Any) -> None:
    with pytest.raises(WrongOutline, match="26041"):
        read_boundaries(file(feature(geometry=geometry)))


@pytest.mark.skipif(not FACTS.exists(), reason="the collected facts are not at hand")
def test_the_collected_boundaries_are_read_whole() -> None:
    drafts = read_boundaries(FACTS.read_bytes())
    assert len({draft.place for draft in drafts}) == 95
