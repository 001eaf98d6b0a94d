"""A tile for every commune: a grid on which each lies about where it lies on the map, and no two lie together."""

from collections.abc import Mapping
from math import ceil, sqrt

#: About as many cells as there are communes, and half as many again, so that the outline stays recognisable.
ROOM = 1.45


def tile_layout(points: Mapping[str, tuple[float, float]]) -> dict[str, tuple[int, int]]:
    """Column and row of each commune, from its (latitude, longitude); the north lies on row 0.

    The crowded middle is laid first, each commune on the free cell nearest to its own spot.
    """
    if not points:
        return {}
    spots = _spots(points)
    middle = (sum(x for x, _ in spots.values()) / len(spots), sum(y for _, y in spots.values()) / len(spots))
    taken: dict[tuple[int, int], str] = {}
    for code in sorted(spots, key=lambda each: (_apart(spots[each], middle), each)):
        taken[_nearest_free(spots[code], taken)] = code
    return _from_corner({code: cell for cell, code in taken.items()})


def _spots(points: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    south, north = min(lat for lat, _ in points.values()), max(lat for lat, _ in points.values())
    west, east = min(lon for _, lon in points.values()), max(lon for _, lon in points.values())
    height, width = (north - south) or 1.0, (east - west) or 1.0
    scale = sqrt(ceil(len(points) * ROOM) / (height * width))
    return {code: ((lon - west) * scale, (north - lat) * scale) for code, (lat, lon) in points.items()}


def _nearest_free(spot: tuple[float, float], taken: Mapping[tuple[int, int], str]) -> tuple[int, int]:
    centre, reach = (round(spot[0]), round(spot[1])), 1
    while True:
        free = [
            (x, y)
            for x in range(centre[0] - reach, centre[0] + reach + 1)
            for y in range(centre[1] - reach, centre[1] + reach + 1)
            if (x, y) not in taken
        ]
        if free:
            return min(free, key=lambda cell: (_apart(cell, spot), cell))
        reach += 1


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _from_corner(cells: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    left, top = min(x for x, _ in cells.values()), min(y for _, y in cells.values())
    return {code: (x - left, y - top) for code, (x, y) in cells.items()}
