"""Tables without ruled lines: columns by the gaps that no word crosses, rows by their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dongvon.domain.documents.rules.paper.open_rows import Column, Run, rows_of
from dongvon.domain.documents.rules.paper.ruled_pages import Piece

#: Columns and lines without which there is no table.
_COLUMNS, _LINES = 3, 3
#: In heights of a line: a gap between columns, a blank that begins a table, and how far apart its lines may stand.
GUTTER, _BLANK, _APART = 0.55, 0.9, 3

#: Stretches across the page, from left to right.
Gaps = list[tuple[float, float]]


@dataclass(frozen=True)
class Line:
    """Words of one height, in the runs that wide blanks part."""

    top: float
    bottom: float
    runs: tuple[Run, ...]

    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    def crosses(self, gutters: Gaps) -> bool:
        return any(run.left < left and run.right > right for run in self.runs for left, right in gutters)


def pieces_of(lines: Sequence[Line], *, head: int = 0) -> list[tuple[int, Piece]]:
    """The lines as they are and the rows of tables among them, each with the place of a line it stands at.

    So many lines of the first table as are known for its head are a row of their own.
    """
    pieces: list[tuple[int, Piece]] = []
    place = begun = 0
    while place < len(lines):
        end, gutters = _table_from(lines, start=place)
        if gutters:
            over = _lines_over(lines[begun:place], table=lines[place:end], gutters=gutters)
            whole = lines[place - over : end]
            gutters = _between_columns(whole, gutters=_gutters([line for line in whole if not line.crosses(gutters)]))
            rows = [*_table(whole[:head], gutters=gutters), *_table(whole[head:], gutters=gutters)]
            pieces = [*pieces[: len(pieces) - over], *enumerate(rows, start=place - over)]
            place, begun, head = end, end, 0
        else:
            pieces.append((place, lines[place].text()))
            place += 1
    return pieces


def _lines_over(above: Sequence[Line], *, table: Sequence[Line], gutters: Gaps) -> int:
    """How many lines above belong to the table: a head of several lines, cells that go on from the page before."""
    count = 0
    for line in reversed(above):
        apart = table[0].top - line.bottom > _APART * _height(line)
        if apart or line.runs[0].left < gutters[0][1] or len(_gutters([line, *table])) < len(gutters):
            break
        table = [line, *table]
        count += 1
    return count


def _table_from(lines: Sequence[Line], *, start: int) -> tuple[int, Gaps]:
    """Where the table that begins with the line ends, and the gaps between its columns; none where none begins."""
    if _parted(lines[start]) < _COLUMNS - 1:
        return start, []
    kept: Gaps = []
    inside: list[Line] = []
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


def _stands_apart(line: Line, *, above: Line, gutters: Gaps) -> bool:
    """Whether the line only fits into the first column by being short: the text goes on below the table."""
    alone = len(line.runs) == 1 and line.runs[0].right <= gutters[0][1]
    return alone and line.top - above.bottom > _height(line) / 4


def _is_title_row(lines: Sequence[Line], *, place: int, inside: list[Line], width: int) -> bool:
    """Words across several columns, with the columns going on below them."""
    after = lines[place + 1 : place + 2]
    return len(lines[place].runs) == 1 and bool(after) and len(_gutters([*inside, *after])) >= max(width, _COLUMNS - 1)


def _parted(line: Line) -> int:
    """How many wide blanks the line has."""
    return sum(1 for left, right in pairwise(line.runs) if right.left - left.right > _BLANK * _height(line))


def _height(line: Line) -> float:
    return line.bottom - line.top


def _gutters(lines: Sequence[Line]) -> Gaps:
    """The stretches across that no word of the lines stands on, between the first word and the last."""
    wide = GUTTER * _height(lines[0])
    spans = sorted((run.left, run.right) for line in lines for run in line.runs)
    found, reach = [], spans[0][1]
    for left, right in spans[1:]:
        if left - reach >= wide:
            found.append((reach, left))
        reach = max(reach, right)
    return found


def _table(lines: Sequence[Line], *, gutters: Gaps) -> Iterator[Piece]:
    """The rows; words across several columns part them, and stand in the first."""
    held: list[Line] = []
    for line in lines:
        if line.crosses(gutters):
            yield from rows_of(_columns(held, gutters=gutters))
            yield (line.text(), *[""] * len(gutters))
            held = []
        else:
            held.append(line)
    yield from rows_of(_columns(held, gutters=gutters))


def _between_columns(lines: Sequence[Line], *, gutters: Gaps) -> Gaps:
    """The gaps without those between words that never stand beside each other: a centred head over short numbers."""
    columns = _columns([line for line in lines if not line.crosses(gutters)], gutters=gutters)
    return [gap for gap, (left, right) in zip(gutters, pairwise(columns), strict=True) if _beside(left, right)]


def _beside(left: Column, right: Column) -> bool:
    return any(one.top < other.bottom and other.top < one.bottom for one in left for other in right)


def _columns(lines: Sequence[Line], *, gutters: Gaps) -> list[Column]:
    columns: list[Column] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for run in line.runs:
            columns[sum(1 for _, right in gutters if run.left >= right - 0.01)].append(run)
    return columns
