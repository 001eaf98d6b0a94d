"""Filled Word forms as pages to print: what officials changed in Word is on paper too, without an office program."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
import typst
from django.conf import settings
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_SHEET: Final = Path(__file__).with_name("word.typ")
_SIDES: Final = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}
_PLAIN_SIZE: Final = Pt(13)


def pages(papers: Sequence[bytes], *, at: datetime, title: str, remark: str = "", copies: int = 1) -> bytes:
    """One .pdf (PDF/A) of filled .docx files, so many copies of each, every one on a new page.

    Paragraphs, tables, bold, italic, sizes and dots are kept; pictures and text boxes are not.
    """
    read = [docx.Document(BytesIO(paper)) for paper in papers]
    section = read[0].sections[0]
    whole = {
        "title": title,
        "remark": remark,
        "landscape": (section.page_width or 0) > (section.page_height or 0),
        "papers": [list(_parts(paper)) for paper in read for _ in range(copies)],
    }
    return typst.compile(
        str(_SHEET),
        font_paths=[str(settings.PAPER_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"form": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=["a-2b"],
        timestamp=at.replace(microsecond=0),
    )


def _parts(holder: Any) -> Iterator[dict[str, Any]]:
    """What stands in a document or a cell, in order."""
    for part in holder.iter_inner_content():
        yield _table(part) if isinstance(part, Table) else _paragraph(part)


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    form, style = paragraph.paragraph_format, paragraph.style.paragraph_format if paragraph.style else None

    def said(name: str) -> Any:
        own = getattr(form, name)
        return own if own is not None else getattr(style, name, None)

    return {
        "kind": "paragraph",
        "align": _SIDES.get(said("alignment"), "left"),
        "pieces": [piece for run in paragraph.runs for piece in _pieces(run, paragraph)],
        "before": _points(said("space_before")),
        "after": _points(said("space_after")),
        "indent": _centimetres(said("left_indent")),
        "first": _centimetres(said("first_line_indent")),
        "sticky": bool(said("keep_with_next")),
        "turns": bool(said("page_break_before")),
        "rule": _rule(paragraph),
    }


def _pieces(run: Run, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
    """A run's words; a line break and a tab that leads to the edge stand alone."""
    font, base = run.font, paragraph.style.font if paragraph.style else None
    look = {
        "size": _points(font.size or getattr(base, "size", None) or _PLAIN_SIZE),
        "bold": bool(font.bold if font.bold is not None else getattr(base, "bold", None)),
        "italic": bool(font.italic if font.italic is not None else getattr(base, "italic", None)),
        "underlined": bool(font.underline),
        "raised": bool(font.superscript),
    }
    for child in run._r:
        told = {qn("w:t"): child.text, qn("w:tab"): "\t", qn("w:br"): "\n"}.get(child.tag)
        if told:
            yield {"text": told, **look}


def _rule(paragraph: Paragraph) -> float | None:
    """The width of a paragraph that is nothing but a line, in centimetres."""
    if paragraph.text or paragraph._p.find(f".//{qn('w:pBdr')}") is None:
        return None
    indent = _centimetres(paragraph.paragraph_format.left_indent)
    return max(1.0, _within(paragraph) - 2 * indent)


def _within(paragraph: Paragraph) -> float:
    """How wide the column is in which a line stands."""
    holder: Any = paragraph._parent
    if isinstance(holder, _Cell) and holder.width:
        return _centimetres(holder.width)
    part: Any = paragraph.part
    section = part.document.sections[0]
    return _centimetres(Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)))


def _table(table: Table) -> dict[str, Any]:
    rows = [list(_cells(table, at)) for at in range(len(table.rows))]
    return {
        "kind": "table",
        "widths": [_centimetres(column.width) or 1 for column in table.columns],
        "ruled": table.style is not None and table.style.name == "Table Grid",
        "heads": sum(row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows),
        "rows": rows,
    }


def _cells(table: Table, at: int) -> Iterator[dict[str, Any]]:
    """The cells that begin in one row: each with its parts and how far it spans."""
    row = table.rows[at]
    for tc in row._tr.tc_lst:
        if tc.vMerge != "continue":
            yield {
                "parts": list(_parts(_Cell(tc, table))),
                "span": tc.grid_span,
                "down": tc.bottom - tc.top,
                "least": _centimetres(row.height),
            }


def _points(length: Length | None) -> float:
    return length.pt if length else 0


def _centimetres(length: Length | None) -> float:
    return length.cm if length else 0
