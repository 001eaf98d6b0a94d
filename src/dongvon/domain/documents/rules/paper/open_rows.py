"""Rows of a table without lines: which runs of words of each column belong together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

#: Letters in the cells of a column that numbers the rows.
_LONGEST_NUMBER = 8
#: Points by which cells of one row may begin apart.
_LEVEL = 3
#: The share of cells that may begin lower than their number in a table whose cells are not centred.
_OFTEN_OFF = 0.1
#: What the distance of single lines counts beside the distance of their middle.
_NEARNESS = 0.02
#: Points by which the space between rows is wider than that between lines.
_WIDER = 1.5


@dataclass(frozen=True)
class Run:
    """Words that stand together, with their place on the page in points from its top left."""

    left: float
    right: float
    top: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


#: The runs of a column, from top to bottom.
Column = list[Run]


def rows_of(columns: list[Column]) -> Iterator[tuple[str, ...]]:
    """The rows from top to bottom, the lines of a cell parted by line breaks."""
    if not any(columns):
        return
    numbers = columns[0]
    if numbers and all(len(run.text) <= _LONGEST_NUMBER for run in numbers):
        below = [_below(column, tops=[run.top for run in numbers]) for column in columns]
        if _is_level(below, numbers=numbers):
            parted = below
        else:
            parted = [_around(column, middles=tuple(run.middle for run in numbers)) for column in columns]
    else:
        tops = _tops(columns)
        parted = [_below(column, tops=tops) for column in columns]
    for cells in zip(*parted, strict=True):
        if any(cells):
            yield tuple("\n".join(run.text for run in cell) for cell in cells)


def _below(column: Column, *, tops: list[float]) -> list[Column]:
    """What stands above the first top, then what stands from each top to the next."""
    starts = [float("-inf"), *(top - _LEVEL for top in tops), float("inf")]
    return [[run for run in column if start <= run.top < end] for start, end in pairwise(starts)]


def _is_level(below: list[list[Column]], *, numbers: Column) -> bool:
    """Whether the cells begin at the height of their number, as they do unless they are centred."""
    rows = list(zip(*below, strict=True))[1:]
    off: list[bool] = [
        cell[0].top - run.top > _LEVEL for run, cells in zip(numbers, rows, strict=True) for cell in cells if cell
    ]
    return sum(off) <= _OFTEN_OFF * len(off)


def _around(column: Column, *, middles: tuple[float, ...]) -> list[Column]:
    """The column parted so that each part is centred on its number; the first part goes on from the page before."""

    @cache
    def best(row: int, start: int) -> tuple[float, tuple[int, ...]]:
        """The least that the rows from `row` are off, given the runs from `start`, and where each of them ends."""
        if row == len(middles):
            return (0.0, ()) if start == len(column) else (float("inf"), ())
        found = []
        for end in range(start, len(column) + 1):
            off, ends = best(row + 1, end)
            found.append((off + _off(column[start:end], middle=middles[row]), (end, *ends)))
        return min(found)

    over = min(range(len(column) + 1), key=lambda count: best(0, count)[0] + count * _LEVEL)
    ends = (0, over, *best(0, over)[1])
    return [column[start:end] for start, end in pairwise(ends)]


def _off(part: Column, *, middle: float) -> float:
    """How far the part is from being centred; of two ways to be so, the one whose lines stand near."""
    if not part:
        return 0.0
    near = sum(abs(run.middle - middle) for run in part) * _NEARNESS
    return abs((part[0].top + part[-1].bottom) / 2 - middle) + near


def _tops(columns: list[Column]) -> list[float]:
    """Where rows begin in a table without numbers: below a space wider than that between the lines of a cell."""
    runs = sorted((run for column in columns for run in column), key=lambda run: run.top)
    steps = [(low.top - high.bottom) for column in columns for high, low in pairwise(column) if low.top > high.middle]
    usual = min(steps, default=0.0)
    tops, reach = [runs[0].top], runs[0].bottom
    for run in runs:
        if run.top - reach > usual + _WIDER:
            tops.append(run.top)
        reach = max(reach, run.bottom)
    return tops
