"""A form on the way back: what people wrote into it, read by the words and tables that its description has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.queries.text_of import text_of
from dongvon.domain.documents.vocabulary import Block
from dongvon.kernel.text import clean, fold

MARK: Final = re.compile(r"\{\{\s*(?P<name>[\w.]+)(?:\|\w+)?\s*\}\}")
#: Dots and dashes are printed where people write; they are no answer.
DOTTED: Final = re.compile(r"[.…_]{2,}|…")
BLANK: Final = "……………"
_DAY: Final = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_DATED: Final = re.compile(r"ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+")
#: Lines that one answer runs over at most.
_LONGEST: Final = 30
#: Letters by which a line of the form is known: a page may break it after them.
_ENOUGH: Final = 30
_OPEN_DAY: Final = "ngày tháng năm 20"
BLANK_DAY: Final = "ngày .... tháng .... năm 20...."


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Answers by mark, rows by list; `unread` are lines of the form that the paper does not have."""

    values: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]
    unread: tuple[str, ...]


def read_back(form: Form, content: bytes, *, file_name: str) -> Filled:
    """What stands in a filled form (.docx, .pdf …). Refuses what text_of refuses."""
    blocks = text_of(content, file_name=file_name).blocks
    lines = [told for block in blocks if not block.cells and not (told := clean(block.text)).isdecimal()]
    values = _dated(form, blocks)
    unread: list[str] = []
    texts = [Text(form.subtitle), *(part for part in form.parts if isinstance(part, Text) and not part.each)]
    stops, at = list(_stops(form, texts)), 0
    for part in texts:
        found = _answers(part.text, lines, at=at, stops=stops)
        at = found[1] if found else at
        if MARK.search(part.text):
            values |= found[0] if found else {}
            unread += [] if found else [MARK.sub("…", part.text)]
    rows = {part.each: tuple(_rows(part, blocks)) for part in form.parts if isinstance(part, Grid)}
    return Filled(values=values, rows=rows, unread=tuple(unread))


def to_fill_in(form: Form, *, rows: int = 5, known: Mapping[str, str] | None = None) -> dict[str, object]:
    """Dots for every mark that is not known, and empty rows for every list: the form to be filled in by hand."""
    texts = [*form.issuer, form.reference, form.subtitle]
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
    blank = dict.fromkeys(_marks(" ".join([*texts, form.place_and_date])), BLANK) | _roomy(form)
    empty = {each: [{_field(name): "" for name in names}] * rows for each, names in lists.items()}
    return {**blank, **empty, **(known or {})}


def _roomy(form: Form) -> dict[str, str]:
    """Marks that are left more or other room than a few dots: long answers, and the day of the paper."""
    long = {_last_mark(part.text): part.lines for part in form.parts if isinstance(part, Text) and part.lines > 1}
    return {name: "\n".join([BLANK] * lines) for name, lines in long.items()} | {
        _last_mark(form.place_and_date): BLANK_DAY
    }


def _last_mark(text: str) -> str:
    return [mark["name"] for mark in MARK.finditer(text)][-1]


def _dated(form: Form, blocks: tuple[Block, ...]) -> dict[str, str]:
    """The day of the paper, wherever on it it stands."""
    told = [line for block in blocks for line in "\n".join(block.cells or (block.text,)).splitlines()]
    found = next((match[0] for line in told if (match := _DAY.search(clean(line)))), "")
    return {_last_mark(form.place_and_date): _answer(found)}


def _answers(
    text: str, lines: list[str], *, at: int, stops: list[re.Pattern[str]]
) -> tuple[dict[str, str], int] | None:
    """The answers of the first lines from `at` on that say what the form says around its marks, and where they end.

    An answer may run over several lines, up to one on which the form says something else.
    """
    pattern = _pattern(text)
    alone = not _words_of(text)
    for first in [at] if alone else [*range(at, len(lines)), *range(at)]:
        end = next((to for to in range(first + 1, len(lines)) if _stopped(lines[to], stops)), len(lines))
        if alone and (first >= len(lines) or _stopped(lines[first], stops)):
            return dict.fromkeys(pattern.groupindex, ""), first
        for last in range(min(end, first + _LONGEST), first, -1):
            if found := pattern.fullmatch(" ".join(lines[first:last])):
                return {name: _answer(given) for name, given in found.groupdict().items()}, last
    return None


def _stops(form: Form, texts: list[Text]) -> Iterator[re.Pattern[str]]:
    """How lines begin on which the form itself says something."""
    signed = [block.whom for part in form.parts if isinstance(part, Signatures) for block in part.blocks]
    for text in (*(part.text for part in texts), *signed):
        before, *after = re.split(f"{MARK.pattern}|{DOTTED.pattern}".replace("?P<name>", "?:"), text)
        if len(before.strip()) > 1:
            yield re.compile(_loosely(before[:_ENOUGH]), re.IGNORECASE)
        elif after and len(after[0].strip()) > 8:
            yield re.compile(r".{0,80}?" + _loosely(after[0][:_ENOUGH]), re.IGNORECASE)


def _stopped(line: str, stops: list[re.Pattern[str]]) -> bool:
    return any(stop.match(line) for stop in stops) or bool(_DATED.search(line))


def _words_of(text: str) -> str:
    return MARK.sub("", text).strip()


def _pattern(text: str) -> re.Pattern[str]:
    told, end = "", 0
    for mark in MARK.finditer(text):
        told += _around(text[end : mark.start()]) + rf"(?P<{mark['name']}>.*?)"
        end = mark.end()
    closing = text[end:].strip()
    told += r"\s*[.;]?\s*" if closing in (".", ";", "") else _around(closing)
    return re.compile(told, re.IGNORECASE)


def _around(words: str) -> str:
    """Words of the form; where it has dots people may have written."""
    return ".*?".join(_loosely(piece) for piece in DOTTED.split(words))


def _loosely(words: str) -> str:
    """Words as people retype them: any spaces between them."""
    inner = r"\s+".join(re.escape(word) for word in clean(words).split())
    return rf"\s*{inner}\s*" if inner else r"\s*"


def _answer(given: str) -> str:
    said = clean(DOTTED.sub(" ", given))
    return "" if said == _OPEN_DAY else said


def _rows(grid: Grid, blocks: tuple[Block, ...]) -> Iterator[dict[str, str]]:
    """Rows under the headings of the grid that say something; a line of totals is none."""
    headings = [_squeezed(column.heading) for column in grid.columns]
    names = [_only_mark(cell) for cell in grid.cells]
    inside = False
    for block in blocks:
        told = [_squeezed(cell) for cell in block.cells]
        if told == headings or not block.cells:
            inside = told == headings
        elif inside and len(block.cells) == len(names) and told[1:2] != ["cong"]:
            row = {name: _answer(cell) for name, cell in zip(names, block.cells, strict=True) if name}
            if any(row.values()):
                yield row


def marked_columns(grid: Grid) -> list[tuple[Column, str]]:
    """The columns of a list that have a name of their own, with it."""
    return [(column, name) for column, cell in zip(grid.columns, grid.cells, strict=True) if (name := _only_mark(cell))]


def _squeezed(cell: str) -> str:
    """A heading without its spaces: a narrow column breaks it anywhere."""
    return "".join(fold(cell).split())


def _only_mark(cell: str) -> str:
    mark = MARK.fullmatch(cell.strip())
    return _field(mark["name"]) if mark and not mark["name"].startswith("loop.") else ""


def _marks(text: str) -> set[str]:
    return {mark["name"] for mark in MARK.finditer(text)}


def _field(name: str) -> str:
    return name.removeprefix("row.")
