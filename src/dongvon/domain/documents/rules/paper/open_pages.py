"""Pages of a PDF whose tables have no ruled lines."""

import importlib
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import Any

from dongvon.domain.documents.rules.paper.open_rows import Run
from dongvon.domain.documents.rules.paper.open_tables import GUTTER, Line, pieces_of
from dongvon.domain.documents.rules.paper.ruled_pages import Piece

#: Columns and lines without which a page has no table.
_COLUMNS, _LINES = 3, 3
#: Points by which words of one line may begin apart.
_LEVEL = 2.5
#: The number of a page, and the share of its width left of which it does not stand.
_NUMBER, _LEFT = re.compile(r"\W*\d{1,3}\W*"), 0.4


class Starts:
    """Where the stretches of a page's text begin, gathered while pypdf reads it."""

    def __init__(self) -> None:
        self._places: set[tuple[int, int]] = set()

    def __call__(self, text: str, page: Any, matrix: Any, *_: Any) -> None:
        """Some programs place text by the page's own matrix, and leave that of the text alone."""
        if text.strip():
            across = matrix[4] * page[0] + matrix[5] * page[2] + page[4]
            down = matrix[4] * page[1] + matrix[5] * page[3] + page[5]
            self._places.add((round(down), round(across / 3)))

    def stand_in_columns(self) -> bool:
        """Whether several lines begin anew at the same places across; cheap, and may be wrong upward."""
        often = Counter(across for _, across in self._places)
        edges = [across for across, times in sorted(often.items()) if times >= _LINES]
        return sum(1 for left, right in pairwise(edges) if right - left > 1) >= _COLUMNS - 1


def open_pages(content: bytes, *, places: Iterable[int]) -> dict[int, list[Piece]]:
    """The pieces of the given pages (from 0) that hold a table without lines; pages without one are left out."""
    library = importlib.import_module("pdfplumber")  # slow to load, and few plans need it
    read: dict[int, list[Piece]] = {}
    head: list[Line] = []
    with library.open(io.BytesIO(content)) as paper:
        for place in places:
            lines = _page_lines(paper.pages[place])
            again = _repeated(lines, head=head)
            found = pieces_of(lines, head=again)
            tables = [at for at, piece in found if isinstance(piece, tuple)]
            if tables:
                read[place] = [piece for _, piece in found]
                head = lines[tables[0] :]
    return read


def _page_lines(page: Any) -> list[Line]:
    lines = _lines(page.extract_words(keep_blank_chars=False))
    page.close()
    return _without_number(lines, width=page.width)


def _repeated(lines: list[Line], *, head: list[Line]) -> int:
    """How many lines repeat the head of the table on the page before."""
    same = (_looks(line) == _looks(other) for line, other in zip(lines, head, strict=False))
    return sum(1 for _ in takewhile(bool, same))


def _looks(line: Line) -> list[tuple[str, int]]:
    return [(run.text, round(run.left)) for run in line.runs]


def _without_number(lines: list[Line], *, width: float) -> list[Line]:
    """The lines without the page's number above or below them, which would fall into a column of a table."""
    first, last = lines[:1], lines[1:][-1:]
    number = [line for line in (*first, *last) if _is_number(line, width=width)]
    return [line for line in lines if line not in number]


def _is_number(line: Line, *, width: float) -> bool:
    return _NUMBER.fullmatch(line.text()) is not None and line.runs[0].left > _LEFT * width


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
