"""Finds the header of a portfolio: whatever the order of columns, however spelt, over one line or two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dongvon.domain.lending.rules.portfolio.fields import FIELDS, Field
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold

Row = Sequence[object]

#: Headers are looked for among the first lines of a sheet.
HEAD_LINES: Final = 40
_SIGNS: Final = re.compile(r"[^a-z0-9]+")


class NoHeader(Refusal):
    """No line names enough columns that are known."""

    text = (
        "Không tìm thấy dòng tiêu đề của danh mục khoản vay trong {lines} dòng đầu của trang tính nào. "
        "Hãy dùng tệp mẫu, hoặc đặt tên cột như tệp mẫu."
    )
    field = "file"


class ColumnsMissing(Refusal):
    """Columns without which no loan can be taken in."""

    text = "Thiếu cột bắt buộc: {columns}. Hãy thêm cột (tên như trong tệp mẫu) rồi gửi lại."
    field = "file"


class ColumnTwice(Refusal):
    """Two columns mean the same."""

    text = "Hai cột cùng nghĩa “{column}”: cột {first} và cột {second}. Hãy bỏ bớt một cột."
    field = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Where the columns stand (by key of field), and where the rows begin; `unknown` are headers nobody knows."""

    sheet: str
    line: int
    columns: dict[str, int]
    unknown: tuple[str, ...]


def plain(words: str) -> str:
    """Small letters and digits alone: "Dư nợ (trong hạn)" → "dunotronghan"."""
    return _SIGNS.sub("", fold(words))


class Table:
    """Columns that a sheet may have; of each group in `needed` one must be there, `enough` of all make a header."""

    def __init__(self, fields: Sequence[Field], *, needed: Sequence[Sequence[str]], enough: int) -> None:
        by_key = {field.key: field for field in fields}
        self.needed = [[by_key[key] for key in each] for each in needed]
        self.enough = enough
        self._known: dict[str, str] = {}
        for field in fields:
            for words in (field.header, *field.aliases, field.key):
                known = self._known.setdefault(plain(words), field.key)
                assert known == field.key, f"{words} names two columns"

    def key_of(self, words: str) -> str | None:
        """The key of the field that a header names."""
        return self._known.get(plain(words))


PORTFOLIO: Final = Table(
    FIELDS, needed=[*([field.key] for field in FIELDS if field.needed), ["place", "place_name"]], enough=4
)


def found_header(sheets: Mapping[str, Sequence[tuple[int, Row]]], *, table: Table = PORTFOLIO) -> Header:
    """The best header among the first lines of all sheets. Refuses NoHeader, ColumnTwice, ColumnsMissing."""
    best: tuple[int, str, int, list[str]] = (0, "", 0, [])
    for sheet, lines in sheets.items():
        for at, (number, row) in enumerate(lines):
            above = lines[at - 1][1] if at else ()
            for words in (_words(row), _joined(above, row, table)):
                score = len({key for word in words if (key := table.key_of(word))})
                best = max(best, (score, sheet, number, words), key=lambda each: each[0])
    if best[0] < table.enough:
        raise NoHeader(lines=HEAD_LINES)
    return _header(*best[1:], table=table)


def _header(sheet: str, line: int, words: list[str], *, table: Table) -> Header:
    columns: dict[str, int] = {}
    for at, word in enumerate(words):
        key = table.key_of(word) or table.key_of(word.partition("(")[0])
        if key is None:
            continue
        if key in columns:
            raise ColumnTwice(column=word, first=letters(columns[key]), second=letters(at))
        columns[key] = at
    missing = [each[0].header for each in table.needed if not any(field.key in columns for field in each)]
    if missing:
        raise ColumnsMissing(columns=", ".join(f"“{name}”" for name in missing))
    taken = set(columns.values())
    unknown = tuple(word for at, word in enumerate(words) if word and at not in taken)
    return Header(sheet=sheet, line=line, columns=columns, unknown=unknown)


def _words(row: Row) -> list[str]:
    return ["" if cell is None else " ".join(str(cell).split()) for cell in row]


def _joined(above: Row, row: Row, table: Table) -> list[str]:
    """Two lines of a merged header as one: what stands above reaches to the right over empty cells."""
    below, over, carried = _words(row), _words(above), ""
    width = max(len(below), len(over))
    below += [""] * (width - len(below))
    over += [""] * (width - len(over))
    joined = []
    for upper, lower in zip(over, below, strict=True):
        carried = upper or (carried if lower else "")
        both = f"{carried} {lower}".strip()
        joined.append(lower if table.key_of(lower) and not table.key_of(both) else both)
    return joined


def letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def position(column: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    at = 0
    for letter in column:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1
