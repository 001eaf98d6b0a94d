"""The first table of a file whose heads name the wanted columns, in Unicode, with its column numbers left out."""

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dongvon.domain.documents.queries.tables import open_table
from dongvon.domain.documents.rules.tables.heading import find_heading, numbers_columns
from dongvon.domain.documents.rules.tables.letters import Letters
from dongvon.domain.documents.rules.tables.refusals import SwollenTable

Line = tuple[int, list[Any]]

_HEAD: Final = 60
_MOST_CELLS: Final = 5_000_000  # a list of a whole city fits; it is held in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedTable:
    """`columns` tells where each wanted column stands; `converted_from` names the old encoding it was typed in."""

    columns: Mapping[str, int]
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    converted_from: str


def headed_table(
    content: bytes,
    *,
    file_name: str,
    wanted: Mapping[str, Sequence[str]],
    enough: Callable[[Collection[str]], bool],
) -> HeadedTable | None:
    """The lines under the heads of the first sheet that names `enough` columns; None when no sheet does.

    `wanted` gives for each column the ways in which people title it. Refuses what
    `open_table` refuses, and SwollenTable.
    """
    table = open_table(io.BytesIO(content), name=file_name)
    for sheet in table.sheets:
        lines = list(_bounded(table.rows(sheet), name=file_name))
        letters = Letters(lines)
        head = [(number, list(map(letters, cells))) for number, cells in lines[:_HEAD]]
        found = find_heading(head, wanted=wanted)
        if found is None or not enough(found.columns):
            continue
        body = (line for line in lines if line[0] > found.ends and not numbers_columns(line[1]))
        return HeadedTable(
            columns=found.columns,
            titles=found.titles,
            lines=tuple((number, list(map(letters, cells))) for number, cells in body),
            converted_from=letters.encoding,
        )
    return None


def _bounded(lines: Iterable[Line], *, name: str) -> Iterator[Line]:
    """Gaps count too: one cell far to the right makes a long row."""
    room = _MOST_CELLS
    for line in lines:
        room -= len(line[1])
        if room < 0:
            raise SwollenTable(name=name)
        yield line
