"""Tables of a paper, ruled or bare, and the short lines that stand beneath names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dongvon.domain.documents.papers import sheet
from dongvon.domain.documents.papers.sheet import Style

_DOTS = re.compile(r"[.…]{3,}$")

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


@dataclass(frozen=True)
class Column:
    """A heading, its share of the table's width, and how its cells stand."""

    heading: str
    share: float
    align: Literal["left", "centre", "right"] = "left"


def bare_table(document: Document, widths: Sequence[float], *, rows: int = 1) -> Table:
    """Without rules; `widths` in centimetres."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_cell_margins(table, left_and_right=0)
    _set_widths(table, widths)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def ruled_table(
    document: Document,
    *,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    width: float,
    style: Style,
    totals: Sequence[str] = (),
    least_height: float = 0,
) -> None:
    """A table with rules, whose headings repeat on each page and whose rows stay whole.

    `totals` stand bold beneath; rows are at least `least_height` centimetres high, for whoever writes in them.
    """
    table = document.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_cell_margins(table, left_and_right=57)
    shares = sum(column.share for column in columns)
    _set_widths(table, [width * column.share / shares for column in columns])
    for cell, column in zip(_new_cells(table), columns, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        write(cell, sheet.CELL_HEAD, column.heading).runs[0].font.size = Pt(style.size)
    _repeat_on_each_page(table)
    for row in rows:
        _add_row(table, row, columns=columns, style=style)
        if least_height and len(row) > 1:
            table.rows[-1].height = Cm(least_height)
    if totals:
        for cell in _add_row(table, totals, columns=columns, style=style):
            cell.paragraphs[0].runs[0].font.bold = True


def write(cell: _Cell, style: Style, text: str) -> Paragraph:
    """Add a paragraph to the cell; the empty one that a new cell brings is used first."""
    first = cell.paragraphs[0]
    fresh = len(cell.paragraphs) == 1 and not first.text and first.style is not None and first.style.name == "Normal"
    paragraph: Paragraph = first if fresh else cell.add_paragraph()
    paragraph.style = style.name
    add_runs(paragraph, text)
    return paragraph


def add_runs(paragraph: Paragraph, text: str) -> None:
    """The text in one run, or in several where parts between two ^ stand raised."""
    for place, piece in enumerate(text.split("^")):
        if piece or not place:
            paragraph.add_run(piece).font.superscript = True if place % 2 else None


def draw_out(document: Document) -> None:
    """Dots that end a line run to the edge of the sheet: there is all the room for the pen that there can be."""
    section = document.sections[0]
    edge = Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))
    for paragraph in document.paragraphs:
        if paragraph.style is None or paragraph.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER:
            continue
        open_ended = [text for text in paragraph._p.iter(qn("w:t")) if _ends_a_line(text) and _DOTS.search(text.text)]
        for text in open_ended:
            text.text = _DOTS.sub("…", text.text)
            text.addnext(OxmlElement("w:tab"))
        if open_ended:
            paragraph.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _ends_a_line(text: BaseOxmlElement) -> bool:
    """Whether a line break or the end of the paragraph follows."""
    after = text.getnext()
    if after is not None:
        return bool(after.tag == qn("w:br"))
    return not any(run.findall(qn("w:t")) for run in text.getparent().itersiblings(qn("w:r")))


def line_beneath(where: BlockItemContainer | Document, *, width: float, within: float) -> None:
    """A line of `width`, centred in a column `within` so wide: a flat paragraph with a rule on top."""
    paragraph = where.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm((within - width) / 2)
    form.first_line_indent = Cm(0)
    form.space_before, form.space_after = Pt(4), Pt(3)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def keep_row_together(table: Table) -> None:
    """A signature never stands on a page without what is signed beside it."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _add_row(table: Table, texts: Sequence[str], *, columns: Sequence[Column], style: Style) -> list[_Cell]:
    cells = _new_cells(table)
    if len(texts) == 1:
        cells[0].merge(cells[-1])
        write(cells[0], style, texts[0])
        return cells
    for cell, text, column in zip(cells, texts, columns, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        write(cell, style, text).alignment = ALIGN[column.align]
    return cells


def _new_cells(table: Table) -> list[_Cell]:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = list(row.cells)
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
    return cells


def _repeat_on_each_page(table: Table) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _set_cell_margins(table: Table, *, left_and_right: int) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(left_and_right))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
