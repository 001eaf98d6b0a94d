"""A form on the way back: what people wrote into it, read by the words and tables that its description has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Text
from dongvon.domain.documents.queries.text_of import text_of
from dongvon.domain.documents.vocabulary import Block
from dongvon.kernel.text import clean, fold

MARK: Final = re.compile(r"\{\{\s*(?P<name>[\w.]+)(?:\|\w+)?\s*\}\}")
#: Dots and dashes are printed where people write; they are no answer.
DOTTED: Final = re.compile(r"[.…_]{2,}|…")
BLANK: Final = "……………"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Answers by mark, rows by list; `unread` are lines of the form that the paper does not have."""

    values: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]
    unread: tuple[str, ...]


def read_back(form: Form, content: bytes, *, file_name: str) -> Filled:
    """What stands in a filled form (.docx, .pdf …). Refuses what text_of refuses."""
    blocks = text_of(content, file_name=file_name).blocks
    lines = [clean(block.text) for block in blocks if not block.cells]
    values: dict[str, str] = {}
    unread: list[str] = []
    for part in (Text(form.subtitle), *form.parts):
        if isinstance(part, Text) and not part.each and MARK.search(part.text):
            found = _answers(part.text, lines)
            values |= found or {}
            unread += [] if found else [MARK.sub("…", part.text)]
    rows = {part.each: tuple(_rows(part, blocks)) for part in form.parts if isinstance(part, Grid)}
    return Filled(values=values, rows=rows, unread=tuple(unread))


def to_fill_in(form: Form, *, rows: int = 5, known: Mapping[str, str] | None = None) -> dict[str, object]:
    """Dots for every mark that is not known, and empty rows for every list: the form to be filled in by hand."""
    texts = [form.subtitle, form.place_and_date]
    lists: dict[str, set[str]] = {}
    for part in form.parts:
        match part:
            case Text(text=text, each=""):
                texts.append(text)
            case Text(text=text, each=each):
                lists.setdefault(each, set()).update(_marks(text))
            case Grid(each=each, cells=cells, totals=totals):
                lists.setdefault(each, set()).update(_marks(" ".join(cells)))
                texts += totals
            case _:
                texts += [block.name for block in part.blocks]
    blank = {**dict.fromkeys(_marks(" ".join(form.issuer)), " "), **dict.fromkeys(_marks(" ".join(texts)), BLANK)}
    empty = {each: [{_field(name): "" for name in names}] * rows for each, names in lists.items()}
    return {**blank, **empty, **(known or {})}


def _answers(text: str, lines: list[str]) -> dict[str, str] | None:
    """The answers on the first line that says what the form says around its marks."""
    line = _pattern(text)
    found = next((match for each in lines if (match := line.fullmatch(each))), None)
    return {name: _answer(given) for name, given in found.groupdict().items()} if found else None


def _pattern(text: str) -> re.Pattern[str]:
    told, end = "", 0
    for mark in MARK.finditer(text):
        told += _loosely(text[end : mark.start()]) + rf"(?P<{mark['name']}>.*?)"
        end = mark.end()
    return re.compile(told + _loosely(text[end:]), re.IGNORECASE)


def _loosely(words: str) -> str:
    """Words as people retype them: any spaces between them."""
    inner = r"\s+".join(re.escape(word) for word in clean(words).split())
    return rf"\s*{inner}\s*" if inner else r"\s*"


def _answer(given: str) -> str:
    return clean(DOTTED.sub(" ", given))


def _rows(grid: Grid, blocks: tuple[Block, ...]) -> Iterator[dict[str, str]]:
    """Rows under the headings of the grid that say something; a line of totals is none."""
    headings = [fold(column.heading) for column in grid.columns]
    names = [_only_mark(cell) for cell in grid.cells]
    inside = False
    for block in blocks:
        told = [fold(cell) for cell in block.cells]
        if told == headings or not block.cells:
            inside = told == headings
        elif inside and len(block.cells) == len(names) and told[1:2] != ["cong"]:
            row = {name: _answer(cell) for name, cell in zip(names, block.cells, strict=True) if name}
            if any(row.values()):
                yield row


def _only_mark(cell: str) -> str:
    mark = MARK.fullmatch(cell.strip())
    return _field(mark["name"]) if mark and not mark["name"].startswith("loop.") else ""


def _marks(text: str) -> set[str]:
    return {mark["name"] for mark in MARK.finditer(text)}


def _field(name: str) -> str:
    return name.removeprefix("row.")
