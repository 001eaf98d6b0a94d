"""Tables in plain text whose columns stand apart by blanks alone, as a printed page turned into text has them."""

import re
from collections.abc import Sequence

from dongvon.domain.documents.rules.paper.open_rows import Run
from dongvon.domain.documents.rules.paper.open_tables import Line, pieces_of

#: The points that a letter is wide, a line high, and lines stand apart: three blanks are a gap, two may be one.
_WIDE, _HIGH, _PITCH = 3.6, 12, 14
_WORDS = re.compile(r"\S+(?: \S+)*")
_COLUMNS, _LINES = 3, 3


def rows_by_blanks(lines: Sequence[str]) -> dict[int, str]:
    """For the lines (from 1) of such tables what stands in their place: a row written with bars, or nothing."""
    spread = [len(re.split(r"\s{3,}", line.strip())) >= _COLUMNS and "|" not in line for line in lines]
    if sum(spread) < _LINES:
        return {}
    numbers = [number for number, line in enumerate(lines, start=1) if line.strip()]
    laid = [_line(lines[number - 1].expandtabs(4), number=number) for number in numbers]
    rows: dict[int, str] = {}
    taken = dict.fromkeys(numbers, "")
    for place, piece in pieces_of(laid):
        if isinstance(piece, tuple):
            rows[numbers[place]] = "|".join(["", *(cell.replace("\n", "<br>") for cell in piece), ""])
        else:
            del taken[numbers[place]]
    return taken | rows


def _line(text: str, *, number: int) -> Line:
    top = float(number * _PITCH)
    runs = tuple(
        Run(left=found.start() * _WIDE, right=found.end() * _WIDE, top=top, bottom=top + _HIGH, text=found.group())
        for found in _WORDS.finditer(text)
    )
    return Line(top, top + _HIGH, runs)
