"""Pages of a PDF with ruled tables: lines of text and rows of cells, from top to bottom."""

import importlib
import io
import re
from collections.abc import Iterable
from typing import Any

#: A line of text, or the cells of a table row.
Piece = str | tuple[str, ...]

_RULES = re.compile(rb"(?<![\w/])(?:re|l)(?![\w])")
#: A frame or an underline takes fewer strokes than a table.
_STROKES_OF_A_TABLE = 8
#: Points between two lines that were meant to meet.
_NEAR = 4


def has_rules(page: Any) -> bool:
    """Whether the page of pypdf draws enough straight strokes for a table; cheap, and may be wrong upward."""
    contents = page.get_contents()
    return contents is not None and len(_RULES.findall(contents.get_data())) >= _STROKES_OF_A_TABLE


def ruled_pages(content: bytes, *, places: Iterable[int]) -> dict[int, list[Piece]]:
    """The pieces of the given pages (from 0) that hold tables; pages without one are left out."""
    library = importlib.import_module("pdfplumber")  # slow to load, and few plans need it
    with library.open(io.BytesIO(content)) as paper:
        read = {place: _pieces(paper.pages[place]) for place in places}
    return {place: pieces for place, pieces in read.items() if pieces}


def _pieces(page: Any) -> list[Piece]:
    tables = [
        table for table in page.find_tables({"explicit_horizontal_lines": _cut_by_the_page(page)}) if _is_grid(table)
    ]
    if not tables:
        return []
    found: list[tuple[float, Piece]] = [row for table in tables for row in _rows(table)]
    outside = page.filter(lambda drawn: not any(_within(drawn, table.bbox) for table in tables))
    found += [(line["top"], " ".join(line["text"].split())) for line in outside.extract_text_lines(return_chars=False)]
    page.close()
    return [piece for _, piece in sorted(found, key=lambda each: each[0])]


def _cut_by_the_page(page: Any) -> list[float]:
    """Heights at which upright lines end in the air: a row went on over the page, so its line is missing there."""
    level = [edge["top"] for edge in page.edges if edge["orientation"] == "h" and edge["width"] > _NEAR]
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > _NEAR]
    ends = {round(end) for edge in upright for end in (edge["top"], edge["bottom"])}
    return sorted(end for end in ends if all(abs(end - line) > _NEAR for line in level))


def _is_grid(table: Any) -> bool:
    """A frame around a paragraph is no table."""
    return len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1


def _rows(table: Any) -> list[tuple[float, tuple[str, ...]]]:
    tops = [row.bbox[1] for row in table.rows]
    texts = [tuple(_clean(cell) for cell in cells) for cells in table.extract()]
    return list(zip(tops, texts, strict=True))


def _clean(cell: str | None) -> str:
    lines = (" ".join(line.split()) for line in (cell or "").split("\n"))
    return "\n".join(line for line in lines if line)


def _within(drawn: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])
