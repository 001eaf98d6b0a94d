"""Reads a GeoJSON file of communes, as RFC 7946 describes it."""

import json
from collections.abc import Iterator
from typing import Any

from dongvon.domain.insight.vocabulary import BoundaryDraft
from dongvon.kernel.refusals import Refusal

Ring = tuple[tuple[float, float], ...]


class NotBoundaries(Refusal):
    """The file is no collection of outlines."""

    text = "Tệp không phải GeoJSON chứa ranh giới (FeatureCollection gồm Polygon hoặc MultiPolygon có thuộc tính code)."
    field = "file"


def read_boundaries(content: bytes) -> tuple[BoundaryDraft, ...]:
    """One draft for every feature; its commune is the property `code`, or the feature's id. Refuses NotBoundaries."""
    try:
        features = json.loads(content)["features"]
        return tuple(BoundaryDraft(place=_code(each), rings=tuple(_rings(each["geometry"]))) for each in features)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise NotBoundaries from fault


def _code(feature: dict[str, Any]) -> str:
    return str((feature.get("properties") or {}).get("code") or feature["id"])


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    kinds = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for polygon in kinds[geometry["type"]]:
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)
