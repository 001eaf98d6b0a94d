"""Condenses what many units wrote about one clause into a few sentences that name their units."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dongvon.kernel.text import clean, fold

#: Where a sentence may end; it does when what follows begins with a capital or a bullet.
_STOP: Final = re.compile(r"(?<=[.;!?…])\s+|\n+")
_BULLET: Final = re.compile(r"^[-+•*]\s*")
_NUMBER: Final = re.compile(r"\d[\d.,/]*")
_WHOLE: Final = re.compile(r"\d{1,3}(?:\.\d{3})*|\d+")
_WORD: Final = re.compile(r"\w+")

#: Two sentences say the same when they share this part of their words; numbers and names of places aside.
ALIKE: Final = 0.8
SHORTEST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one unit wrote; `full_name` is the unit's."""

    full_name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """One sentence that stands for what `units` said, in the words of the first of them.

    Numbers that differ between them stand as a range: "Mở 3–12 hội nghị".
    """

    text: str
    units: tuple[str, ...]


@dataclass(slots=True)
class _Heap:
    words: frozenset[str]
    text: str
    units: dict[str, None]
    numbers: list[list[str]]


def condense(told: Iterable[Told], *, most: int) -> tuple[Gist, ...]:
    """At most `most` gists: what more units say first, then what carries numbers, then in the order told."""
    heaps: list[_Heap] = []
    for each in told:
        for sentence in sentences(each.text):
            _put(heaps, sentence=sentence, unit=each.full_name)
    ranked = sorted(heaps, key=lambda heap: (-len(heap.units), not _NUMBER.search(heap.text)))
    return tuple(Gist(text=_with_ranges(heap), units=tuple(heap.units)) for heap in ranked[:most])


def sentences(text: str) -> list[str]:
    """The sentences and bullet lines of a narrative; scraps too short to say anything are left out."""
    pieces = (_BULLET.sub("", clean(piece)).strip(" ;.") for piece in _split(text))
    return [piece for piece in pieces if len(piece) >= SHORTEST]


def _split(text: str) -> Iterator[str]:
    """A dot inside a number or after "UBND." is followed by no capital, so it ends nothing."""
    start = 0
    for stop in _STOP.finditer(text):
        follows = text[stop.end() : stop.end() + 1]
        if "\n" in stop[0] or follows.isupper() or follows in "-+•":
            yield text[start : stop.start()]
            start = stop.end()
    yield text[start:]


def name_units(units: tuple[str, ...], *, most: int = 3) -> str:
    """ "A, B, C và 12 đơn vị khác"."""
    if len(units) <= most + 1:
        return ", ".join(units)
    return f"{', '.join(units[:most])} và {len(units) - most} đơn vị khác"


def _put(heaps: list[_Heap], *, sentence: str, unit: str) -> None:
    words = _telling_words(sentence)
    for heap in heaps:
        if _alike(heap.words, words):
            heap.units[unit] = None
            heap.numbers.append(_NUMBER.findall(sentence))
            return
    heaps.append(_Heap(words=words, text=sentence, units={unit: None}, numbers=[_NUMBER.findall(sentence)]))


def _with_ranges(heap: _Heap) -> str:
    """Only whole numbers in the same places make ranges; dates and fractions stay as the first unit gave them."""
    if any(len(each) != len(heap.numbers[0]) for each in heap.numbers):
        return heap.text
    ranges = iter([_range(column) for column in zip(*heap.numbers, strict=True)])
    return _NUMBER.sub(lambda found: next(ranges) + found[0][len(found[0].rstrip(".,/")) :], heap.text)


def _range(given: tuple[str, ...]) -> str:
    first = given[0].rstrip(".,/")
    plain = [each.rstrip(".,/") for each in given]
    if not all(_WHOLE.fullmatch(each) for each in plain):
        return first
    low, *_, high = sorted(plain * 2, key=lambda each: int(each.replace(".", "")))
    return low if low == high else f"{low}–{high}"


def _telling_words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(_NUMBER.sub(" ", sentence))))


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Jaccard's measure; sizes far apart are told from each other without comparing."""
    small, large = sorted((len(left), len(right)))
    if small < ALIKE * large:
        return False
    shared = len(left & right)
    return shared >= ALIKE * (small + large - shared)
