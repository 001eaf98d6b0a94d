"""Pages of a PDF whose tables have no ruled lines."""

import importlib
import io
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from dongvon.domain.documents.rules.paper.open_rows import Run
from dongvon.domain.documents.rules.paper.open_tables import GUTTER, Line, pieces_of
from dongvon.domain.documents.rules.paper.ruled_pages import Piece

#: Columns and lines without which a page has no table.
_COLUMNS, _LINES = 3, 3
#: Points by which words of one line may begin apart.
_LEVEL = 2.5


class Starts:
    """Where the stretches of a page's text begin, gathered while pypdf reads it."""

    def __init__(self) -> None:
        self._places: set[tuple[int, int]] = set()

    def __call__(self, text: str, _: Any, matrix: Any, *__: Any) -> None:
        if text.strip():
            self._places.add((round(matrix[5]), round(matrix[4] / 3)))

    def stand_in_columns(self) -> bool:
        """Whether several lines begin anew at the same places across; cheap, and may be wrong upward."""
        often = Counter(across for _, across in self._places)
        edges = [across for across, times in sorted(often.items()) if times >= _LINES]
        return sum(1 for left, right in pairwise(edges) if right - left > 1) >= _COLUMNS - 1


def open_pages(content: bytes, *, places: Iterable[int]) -> dict[int, list[Piece]]:
    """The pieces of the given pages (from 0) that hold a table without lines; pages without one are left out."""
    library = importlib.import_module("pdfplumber")  # slow to load, and few plans need it
    with library.open(io.BytesIO(content)) as paper:
        read = {place: _pieces(paper.pages[place]) for place in places}
    return {place: pieces for place, pieces in read.items() if any(isinstance(piece, tuple) for piece in pieces)}


def _pieces(page: Any) -> list[Piece]:
    lines = _lines(page.extract_words(keep_blank_chars=False))
    page.close()
    return [piece for _, piece in pieces_of(lines)]


def _lines(words: list[dict[str, Any]]) -> list[Line]:
    found: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if found and abs(word["top"] - found[-1][0]["top"]) <= _LEVEL:
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(sorted(each, key=lambda word: word["x0"])) for each in found]


def _line(words: list[dict[str, Any]]) -> Line:
    runs: list[list[dict[str, Any]]] = [[words[0]]]
    for word in words[1:]:
        if word["x0"] - runs[-1][-1]["x1"] > GUTTER * (word["bottom"] - word["top"]):
            runs.append([word])
        else:
            runs[-1].append(word)
    top, bottom = words[0]["top"], words[0]["bottom"]
    return Line(top, bottom, tuple(_run(run, top=top, bottom=bottom) for run in runs))


def _run(words: list[dict[str, Any]], *, top: float, bottom: float) -> Run:
    text = " ".join(word["text"] for word in words)
    return Run(left=words[0]["x0"], right=words[-1]["x1"], top=top, bottom=bottom, text=text)
