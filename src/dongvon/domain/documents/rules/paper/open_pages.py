"""Pages of a PDF whose tables have no ruled lines: columns by the gaps that no word crosses, rows by their numbers."""

import importlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dongvon.domain.documents.rules.paper.open_rows import Column, Run, rows_of
from dongvon.domain.documents.rules.paper.ruled_pages import Piece

#: Columns and lines without which a page has no table.
_COLUMNS, _LINES = 3, 3
#: In heights of a line: a gap between columns, a blank that begins a table, and how far apart its lines may stand.
_GUTTER, _BLANK, _APART = 0.55, 0.9, 3
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


#: Stretches across the page, from left to right.
Gaps = list[tuple[float, float]]


@dataclass(frozen=True)
class _Line:
    """Words of one height, in the runs that wide blanks part."""

    top: float
    bottom: float
    runs: tuple[Run, ...]

    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    def crosses(self, gutters: Gaps) -> bool:
        return any(run.left < left and run.right > right for run in self.runs for left, right in gutters)


def open_pages(content: bytes, *, places: Iterable[int]) -> dict[int, list[Piece]]:
    """The pieces of the given pages (from 0) that hold a table without lines; pages without one are left out."""
    library = importlib.import_module("pdfplumber")  # slow to load, and few plans need it
    with library.open(io.BytesIO(content)) as paper:
        read = {place: _pieces(paper.pages[place]) for place in places}
    return {place: pieces for place, pieces in read.items() if any(isinstance(piece, tuple) for piece in pieces)}


def _pieces(page: Any) -> list[Piece]:
    lines = _lines(page.extract_words(keep_blank_chars=False))
    page.close()
    pieces: list[Piece] = []
    place = begun = 0
    while place < len(lines):
        end, gutters = _table_from(lines, start=place)
        if gutters:
            over = _lines_over(lines[begun:place], table=lines[place:end], gutters=gutters)
            pieces = [*pieces[: len(pieces) - over], *_table(lines[place - over : end], gutters=gutters)]
            place = begun = end
        else:
            pieces.append(lines[place].text())
            place += 1
    return pieces


def _lines_over(above: list[_Line], *, table: list[_Line], gutters: Gaps) -> int:
    """How many lines above belong to the table: a head of several lines, cells that go on from the page before."""
    count = 0
    for line in reversed(above):
        apart = table[0].top - line.bottom > _APART * _height(line)
        if apart or line.runs[0].left < gutters[0][1] or len(_gutters([line, *table])) < len(gutters):
            break
        table = [line, *table]
        count += 1
    return count


def _lines(words: list[dict[str, Any]]) -> list[_Line]:
    found: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if found and abs(word["top"] - found[-1][0]["top"]) <= _LEVEL:
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(sorted(each, key=lambda word: word["x0"])) for each in found]


def _line(words: list[dict[str, Any]]) -> _Line:
    runs: list[list[dict[str, Any]]] = [[words[0]]]
    for word in words[1:]:
        if word["x0"] - runs[-1][-1]["x1"] > _GUTTER * (word["bottom"] - word["top"]):
            runs.append([word])
        else:
            runs[-1].append(word)
    top, bottom = words[0]["top"], words[0]["bottom"]
    return _Line(top, bottom, tuple(_run(run, top=top, bottom=bottom) for run in runs))


def _run(words: list[dict[str, Any]], *, top: float, bottom: float) -> Run:
    text = " ".join(word["text"] for word in words)
    return Run(left=words[0]["x0"], right=words[-1]["x1"], top=top, bottom=bottom, text=text)


def _table_from(lines: list[_Line], *, start: int) -> tuple[int, Gaps]:
    """Where the table that begins with the line ends, and the gaps between its columns; none where none begins."""
    if _parted(lines[start]) < _COLUMNS - 1:
        return start, []
    kept: Gaps = []
    inside: list[_Line] = []
    end = start
    for place in range(start, len(lines)):
        line = lines[place]
        if place > start and line.top - lines[place - 1].bottom > _APART * _height(line):
            break
        gutters = _gutters([*inside, line])
        if len(gutters) >= max(len(kept), _COLUMNS - 1):
            kept, end = gutters, place + 1
            inside.append(line)
        elif not _is_title_row(lines, place=place, inside=inside, width=len(kept)):
            break
    while end > start + 1 and _stands_apart(lines[end - 1], above=lines[end - 2], gutters=kept):
        end -= 1
    full = sum(1 for line in lines[start:end] if len(line.runs) > 1)
    return (end, kept) if end - start >= _LINES and full >= _LINES - 1 else (start, [])


def _stands_apart(line: _Line, *, above: _Line, gutters: Gaps) -> bool:
    """Whether the line only fits into the first column by being short: the text goes on below the table."""
    alone = len(line.runs) == 1 and line.runs[0].right <= gutters[0][1]
    return alone and line.top - above.bottom > _height(line) / 4


def _is_title_row(lines: list[_Line], *, place: int, inside: list[_Line], width: int) -> bool:
    """Words across several columns, with the columns going on below them."""
    after = lines[place + 1 : place + 2]
    return len(lines[place].runs) == 1 and bool(after) and len(_gutters([*inside, *after])) >= max(width, _COLUMNS - 1)


def _parted(line: _Line) -> int:
    """How many wide blanks the line has."""
    return sum(1 for left, right in pairwise(line.runs) if right.left - left.right > _BLANK * _height(line))


def _height(line: _Line) -> float:
    return line.bottom - line.top


def _gutters(lines: list[_Line]) -> Gaps:
    """The stretches across that no word of the lines stands on, between the first word and the last."""
    wide = _GUTTER * _height(lines[0])
    spans = sorted((run.left, run.right) for line in lines for run in line.runs)
    found, reach = [], spans[0][1]
    for left, right in spans[1:]:
        if left - reach >= wide:
            found.append((reach, left))
        reach = max(reach, right)
    return found


def _table(lines: list[_Line], *, gutters: Gaps) -> Iterator[Piece]:
    """The rows; words across several columns part them, and stand in the first."""
    gutters = _between_columns(lines, gutters=gutters)
    held: list[_Line] = []
    for line in lines:
        if line.crosses(gutters):
            yield from rows_of(_columns(held, gutters=gutters))
            yield (line.text(), *[""] * len(gutters))
            held = []
        else:
            held.append(line)
    yield from rows_of(_columns(held, gutters=gutters))


def _between_columns(lines: list[_Line], *, gutters: Gaps) -> Gaps:
    """The gaps without those between words that never stand beside each other: a centred head over short numbers."""
    columns = _columns([line for line in lines if not line.crosses(gutters)], gutters=gutters)
    return [gap for gap, (left, right) in zip(gutters, pairwise(columns), strict=True) if _beside(left, right)]


def _beside(left: Column, right: Column) -> bool:
    return any(one.top < other.bottom and other.top < one.bottom for one in left for other in right)


def _columns(lines: list[_Line], *, gutters: Gaps) -> list[Column]:
    columns: list[Column] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for run in line.runs:
            columns[sum(1 for _, right in gutters if run.left >= right - 0.01)].append(run)
    return columns
