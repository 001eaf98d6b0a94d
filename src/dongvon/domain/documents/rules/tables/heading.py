"""Finds where a table begins in a sheet that people made: heads of one to three rows, merged, with titles above."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from dongvon.kernel.text import fold

Line = tuple[int, list[Any]]

_SEARCHED: Final = 40
_DEEPEST: Final = 3
_LONGEST: Final = 80
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_GIVEN: Final = re.compile(r"'?\(?(?:\d[\s./()-]*){4,}")
_NUMBERING: Final = re.compile(r"\(?(\d{1,2}|[a-z])\)?([=+].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`columns` are the places of the wanted columns, `titles` all heads, `ends` the number of the last head row."""

    columns: Mapping[str, int]
    titles: tuple[str, ...]
    ends: int


def find_heading(lines: Sequence[Line], *, wanted: Mapping[str, Sequence[str]]) -> Heading | None:
    """The heads among the first lines that name most of the wanted columns; None when not even one is named.

    `wanted` gives for each column the ways in which people title it; accents, capitals and signs do not count, and
    the head of a merged cell stands before those under it ("năm sinh" over "nữ" is "nam sinh nu").
    """
    best: Heading | None = None
    names = {key: tuple(_plain(name) for name in spelled) for key, spelled in wanted.items()}
    for depth in range(1, _DEEPEST + 1):
        for at in range(min(_SEARCHED, len(lines)) - depth + 1):
            block = lines[at : at + depth]
            if not all(_may_be_heads(cells) for _, cells in block):
                continue
            titles = _titles([cells for _, cells in block])
            columns = _matched([_plain(title) for title in titles], names)
            if columns and (best is None or len(columns) > len(best.columns)):
                best = Heading(columns=columns, titles=tuple(titles), ends=block[-1][0])
    return best


def numbers_columns(cells: Sequence[Any]) -> bool:
    """Whether a row under the heads only counts columns: 1, 2, 3 or (A), (B), (1) …"""
    given = [str(cell).strip() for cell in cells if cell not in (None, "")]
    return len(given) > 2 and all(_NUMBERING.fullmatch(text) for text in given)


def _may_be_heads(cells: Sequence[Any]) -> bool:
    """Heads are words; a row with a number or a day in it, typed as text perhaps, is a row of data."""
    return all(cell is None or (isinstance(cell, str) and not _GIVEN.fullmatch(cell.strip())) for cell in cells)


def _titles(rows: Sequence[Sequence[Any]]) -> list[str]:
    width = max(map(len, rows), default=0)
    texts = [[_text(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    for above, below in pairwise(texts):
        for at in range(1, width):
            if not above[at] and below[at]:
                above[at] = above[at - 1]
    return [" ".join(filter(None, (row[at] for row in texts))) for at in range(width)]


def _matched(titles: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Each column once, each title once; the longest spelling first, then the shortest title that has it."""
    columns: dict[str, int] = {}
    for _, _, key, at in sorted(_fits(titles, names)):
        if key not in columns and at not in columns.values():
            columns[key] = at
    return columns


def _fits(titles: Sequence[str], names: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, str, int]]:
    for at, title in enumerate(titles):
        for key, spelled in names.items():
            length = max((len(name) for name in spelled if f" {name} " in f" {title} "), default=0)
            if length:
                yield -length, len(title), key, at


def _text(cell: Any) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) and len(cell) <= _LONGEST else ""


def _plain(text: str) -> str:
    return _NO_LETTER.sub(" ", fold(text)).strip()
