"""A form as a Word file: the template that ships with the program, and the template filled."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dongvon.domain.documents.papers import grids, sheet
from dongvon.domain.documents.papers.filling import fill
from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Text
from dongvon.domain.documents.papers.official import ISSUER_LINE, MOTTO, NATION, OfficialPaper

_STYLES = {
    "body": sheet.FORM,
    "part": sheet.FORM_PART,
    "back": sheet.FORM_PART,
    "centre": sheet.FORM_CENTRE,
    "note": sheet.NOTE,
}
_LINES_TO_SIGN = 3
_TALL = 0.8


def word(form: Form, values: Mapping[str, Any], *, template: bytes | None = None) -> bytes:
    """The form filled, as .docx; `template` is the officials' own version, if there is one. Refuses UnfitTemplate."""
    return fill(template or shipped_template(form), values)


@cache
def shipped_template(form: Form) -> bytes:
    """The .docx with its marks."""
    paper = OfficialPaper(title=form.title, landscape=form.landscape)
    paper.document.core_properties.comments = form.remark
    _head(paper, form)
    for part, following in zip(form.parts, (*form.parts[1:], None), strict=True):
        if part is form.first_signed and not form.issuer:
            _date(paper, form)
        _add(paper, part, signed_next=isinstance(following, Signatures))
    return paper.to_bytes()


def _head(paper: OfficialPaper, form: Form) -> None:
    if form.mark:
        mark = paper.add(sheet.FORM, form.mark)
        mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        mark.runs[0].font.size, mark.runs[0].font.bold = Pt(11), True
    widths = (paper.width * 0.45, paper.width * 0.55) if form.issuer else (paper.width,)
    *left, right = grids.bare_table(paper.document, widths).rows[0].cells
    for cell in left:
        _issued(cell, form, within=widths[0])
    grids.write(right, sheet.FORM_HEAD, NATION).runs[0].font.bold = True
    grids.write(right, sheet.FORM_HEAD, MOTTO).runs[0].font.bold = True
    grids.line_beneath(right, width=5.2, within=widths[-1])
    if form.issuer:
        grids.write(right, sheet.FORM_HEAD, form.place_and_date).runs[0].font.italic = True
    paper.add(sheet.KIND, form.title.upper())
    if form.subtitle:
        paper.add(sheet.FORM_CENTRE, form.subtitle)


def _issued(cell: _Cell, form: Form, *, within: float) -> None:
    for line in form.issuer:
        grids.write(cell, sheet.FORM_HEAD, line).runs[0].font.bold = line is form.issuer[-1]
    grids.line_beneath(cell, width=ISSUER_LINE, within=within)
    if form.reference:
        grids.write(cell, sheet.FORM_HEAD, form.reference)


def _date(paper: OfficialPaper, form: Form) -> None:
    dated = paper.add(sheet.FORM, form.place_and_date)
    dated.alignment, dated.runs[0].font.italic = WD_ALIGN_PARAGRAPH.RIGHT, True
    dated.paragraph_format.keep_with_next = True


def _add(paper: OfficialPaper, part: Part, *, signed_next: bool) -> None:
    match part:
        case Text(each=""):
            _write(paper, part).paragraph_format.keep_with_next = signed_next or None
        case Text(each=each):
            paper.directive(f"{{%p for row in {each} %}}")
            _write(paper, part)
            paper.directive("{%p endfor %}")
        case Grid():
            _rule(paper, part)
        case Signatures():
            _sign(paper, part)


def _write(paper: OfficialPaper, part: Text) -> Paragraph:
    written = paper.add(_STYLES[part.style], part.text)
    if part.style == "body" and part.ragged:
        written.alignment = WD_ALIGN_PARAGRAPH.LEFT
    written.paragraph_format.page_break_before = part.style == "back" or None
    return written


def _rule(paper: OfficialPaper, part: Grid) -> None:
    """A long table stands small; where a column is left to the pen its rows are tall enough to write in."""
    rows = [[f"{{%tr for row in {part.each} %}}"], [*part.cells], ["{%tr endfor %}"]]
    style = sheet.CELL_TINY if len(part.columns) > 12 else sheet.CELL_SMALL if len(part.columns) > 7 else sheet.CELL
    grids.ruled_table(
        paper.document,
        columns=part.columns,
        rows=rows,
        totals=part.totals,
        width=paper.width,
        style=style,
        least_height=_TALL if part.by_hand else 0,
    )


def _sign(paper: OfficialPaper, part: Signatures) -> None:
    """Who signs, and in a row beneath the names, so that all of them stand on one line."""
    paper.add(sheet.FORM).paragraph_format.keep_with_next = True
    columns = len(part.blocks) + bool(part.received)
    table = grids.bare_table(paper.document, [paper.width / columns] * columns, rows=2)
    if part.received:
        left = table.columns[0].cells[0].merge(table.columns[0].cells[1])
        for style, line in ((sheet.COPIES_TITLE, "Nơi nhận:"), *((sheet.COPIES, line) for line in part.received.lines)):
            grids.write(left, style, line)
    for above, beneath, block in zip(
        table.rows[0].cells[-len(part.blocks) :], table.rows[1].cells[-len(part.blocks) :], part.blocks, strict=True
    ):
        grids.write(above, sheet.FORM_HEAD, block.whom).runs[0].font.bold = True
        grids.write(above, sheet.FORM_HEAD, block.note).runs[0].font.italic = True
        for _ in range(_LINES_TO_SIGN):
            grids.write(beneath, sheet.FORM_HEAD, "")
        grids.write(beneath, sheet.FORM_HEAD, block.name).runs[0].font.bold = True
    for paragraph in (each for cell in table.rows[0].cells for each in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
    grids.keep_row_together(table)
