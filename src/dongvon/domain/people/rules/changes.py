"""How somebody comes onto a list, seen from what earlier certified lists said; sql/install.sql says the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from dongvon.domain.people.vocabulary import ListKind, Origin

_POVERTY = frozenset({ListKind.POOR, ListKind.NEAR_POOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A certified line of before: whether of the same commune, whether it holds, whether it ended by moving away."""

    kind: ListKind
    same_place: bool
    holds: bool
    moved_away: bool = False


def origin_of(kind: ListKind, past: Iterable[Past]) -> Origin:
    """Kept, moved in, changed from the other class, fell back, or found new (Thông tư 07/2021 knows these words).

    Who was newly escaped and is poor or near-poor again fell back, and so did who once was on such a list.
    """
    before = list(past)
    same = [line for line in before if line.kind is kind]
    brought = any((line.holds or line.moved_away) and not line.same_place for line in same)
    poor = any(line.holds and line.kind in _POVERTY for line in before)
    if kind is ListKind.ESCAPED:
        return Origin.MOVED_IN if brought and not poor else Origin.ESCAPED
    if any(line.holds and line.same_place for line in same):
        return Origin.KEPT
    if brought:
        return Origin.MOVED_IN
    if kind in _POVERTY and poor:
        return Origin.CHANGED
    escaped = kind in _POVERTY and any(line.holds and line.kind is ListKind.ESCAPED for line in before)
    return Origin.FELL_BACK if same or escaped else Origin.FOUND_NEW
