"""Reads a GeoJSON file of communes, as RFC 7946 describes it; refuses what it does not understand, by name."""

import json
from collections import Counter
from collections.abc import Iterator
from math import isfinite
from typing import Any

from dongvon.domain.insight.vocabulary import BoundaryDraft
from dongvon.kernel.refusals import Refusal

Ring = tuple[tuple[float, float], ...]

#: A ring ends where it began, so a triangle has four points.
FEWEST = 4


class NotBoundaries(Refusal):
    """The file is no collection of outlines."""

    text = "Tệp không phải GeoJSON chứa ranh giới. Cần FeatureCollection, mỗi xã, phường một Feature."
    field = "file"


class NoCode(Refusal):
    """A feature does not say which commune it is."""

    text = "Ranh giới thứ {number} trong tệp không có mã xã, phường ở thuộc tính code."
    field = "file"


class CodeTwice(Refusal):
    """Two features claim one commune."""

    text = "Mã {codes} có nhiều hơn một ranh giới. Hãy gộp các mảnh của một xã, phường thành một MultiPolygon."
    field = "file"


class WrongOutline(Refusal):
    """A geometry is no area on the earth."""

    text = "Ranh giới của {code} không đọc được. Cần Polygon hoặc MultiPolygon với kinh độ, vĩ độ (WGS 84)."
    field = "file"


def read_boundaries(content: bytes) -> tuple[BoundaryDraft, ...]:
    """One draft for every feature; its commune is the property `code`, or the feature's id.

    Refuses NotBoundaries, NoCode, CodeTwice, WrongOutline.
    """
    drafts = tuple(_draft(number, feature) for number, feature in enumerate(_features(content), start=1))
    counted = Counter(draft.place for draft in drafts)
    twice = sorted(code for code, times in counted.items() if times > 1)
    if twice:
        raise CodeTwice(codes=", ".join(twice[:10]))
    return drafts


def _features(content: bytes) -> list[Any]:
    try:
        read = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise NotBoundaries from fault
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise NotBoundaries
    return features


def _draft(number: int, feature: Any) -> BoundaryDraft:
    if not isinstance(feature, dict):
        raise NotBoundaries
    properties = feature.get("properties")
    code = (properties.get("code") if isinstance(properties, dict) else None) or feature.get("id")
    if not code:
        raise NoCode(number=number)
    try:
        return BoundaryDraft(place=str(code), rings=tuple(_rings(feature["geometry"])))
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as fault:
        raise WrongOutline(code=str(code)[:20]) from fault


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for polygon in polygons[geometry["type"]]:
        for points in polygon:
            ring = tuple((float(point[0]), float(point[1])) for point in points)
            if len(ring) < FEWEST or not all(map(_on_earth, ring)):
                raise ValueError(ring[:1])
            yield ring


def _on_earth(point: tuple[float, float]) -> bool:
    longitude, latitude = point
    return isfinite(longitude) and isfinite(latitude) and abs(longitude) <= 180 and abs(latitude) <= 90
