"""Tables of a paper, ruled or bare, and the short lines that stand beneath names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dongvon.domain.documents.papers import sheet
from dongvon.domain.documents.papers.sheet import Style

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


def bare_table(document: Document, widths: Sequence[float]) -> Table:
    """One row without rules; `widths` in centimetres."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_cell_margins(table, left_and_right=0)
    _set_widths(table, widths)
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Cm(width)
    return table


def ruled_table(
    document: Document,
    *,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    width: float,
    style: Style,
) -> None:
    """A table with rules, whose headings repeat on each page and whose rows stay whole."""
    table = document.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_cell_margins(table, left_and_right=57)
    shares = sum(column.share for column in columns)
    _set_widths(table, [width * column.share / shares for column in columns])
    for place, column in enumerate(_new_cells(table)):
        write(column, sheet.CELL_HEAD, columns[place].heading)
    _repeat_on_each_page(table)
    for row in rows:
        _add_row(table, row, columns=columns, style=style)


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


def _add_row(table: Table, texts: Sequence[str], *, columns: Sequence[Column], style: Style) -> None:
    cells = _new_cells(table)
    if len(texts) == 1:
        cells[0].merge(cells[-1])
        write(cells[0], style, texts[0])
        return
    for cell, text, column in zip(cells, texts, columns, strict=True):
        write(cell, style, text).alignment = ALIGN[column.align]


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
