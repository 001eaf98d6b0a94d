"""The first table of a file whose heads name the wanted columns, in Unicode, with its column numbers left out."""

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from dongvon.domain.documents.queries.tables import Table, open_table
from dongvon.domain.documents.rules.tables.heading import Heading, find_heading, numbers_columns
from dongvon.domain.documents.rules.tables.letters import Letters
from dongvon.domain.documents.rules.tables.refusals import SwollenTable
from dongvon.kernel.text import same_name

Line = tuple[int, list[Any]]

_HEAD: Final = 60
_MOST_CELLS: Final = 5_000_000  # a list of a whole city fits; it is held in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedTable:
    """`columns` tells where each wanted column stands; `converted_from` names the old encoding it was typed in.

    `sheet` is where it stands, "" in a file without sheets; `others` are the sheets that name the columns too.
    """

    sheet: str
    others: tuple[str, ...]
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
    sheet: str = "",
) -> HeadedTable | None:
    """The lines under the heads of `sheet`, or of the first one that names `enough` columns; None when none does.

    `wanted` gives for each column the ways in which people title it. Refuses what
    `open_table` refuses, and SwollenTable.
    """
    table = open_table(io.BytesIO(content), name=file_name)
    asked = [name for name in table.sheets if not sheet or same_name(name, sheet)]
    for at, name in enumerate(asked):
        lines = list(_bounded(table.rows(name), name=file_name))
        letters = Letters(lines)
        found = _heading(lines, letters, wanted=wanted, enough=enough)
        if found is None:
            continue
        body = (line for line in lines if line[0] > found.ends and not numbers_columns(line[1]))
        return HeadedTable(
            sheet=name,
            others=tuple(each for each in asked[at + 1 :] if _is_headed(table, each, wanted=wanted, enough=enough)),
            columns=found.columns,
            titles=found.titles,
            lines=tuple((number, list(map(letters, cells))) for number, cells in body),
            converted_from=letters.encoding,
        )
    return None


def _heading(
    lines: list[Line],
    letters: Letters,
    *,
    wanted: Mapping[str, Sequence[str]],
    enough: Callable[[Collection[str]], bool],
) -> Heading | None:
    head = [(number, list(map(letters, cells))) for number, cells in lines[:_HEAD]]
    found = find_heading(head, wanted=wanted)
    return found if found is not None and enough(found.columns) else None


def _is_headed(table: Table, sheet: str, **asked: Any) -> bool:
    """Whether another sheet's first lines name the columns, and a line follows."""
    lines = list(islice(table.rows(sheet), _HEAD))
    found = _heading(lines, Letters(lines), **asked)
    return found is not None and any(number > found.ends and any(cells) for number, cells in lines)


def _bounded(lines: Iterable[Line], *, name: str) -> Iterator[Line]:
    """Gaps count too: one cell far to the right makes a long row."""
    room = _MOST_CELLS
    for line in lines:
        room -= len(line[1])
        if room < 0:
            raise SwollenTable(name=name)
        yield line
