"""A form as a Word file: the template that ships with the program, and the template filled."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from dongvon.domain.documents.papers import grids, sheet
from dongvon.domain.documents.papers.filling import fill
from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Text
from dongvon.domain.documents.papers.official import MOTTO, NATION, OfficialPaper

_STYLES = {
    "body": sheet.FORM,
    "part": sheet.FORM_PART,
    "back": sheet.FORM_PART,
    "centre": sheet.FORM_CENTRE,
    "note": sheet.NOTE,
}
_LINES_TO_SIGN = 3


def word(form: Form, values: Mapping[str, Any], *, template: bytes | None = None) -> bytes:
    """The form filled, as .docx; `template` is the officials' own version, if there is one. Refuses UnfitTemplate."""
    return fill(template or shipped_template(form), values)


@cache
def shipped_template(form: Form) -> bytes:
    """The .docx with its marks."""
    paper = OfficialPaper(title=form.title, landscape=form.landscape)
    paper.document.core_properties.comments = form.remark
    _head(paper, form)
    for part in form.parts:
        _add(paper, part)
    return paper.to_bytes()


def _head(paper: OfficialPaper, form: Form) -> None:
    if form.mark:
        mark = paper.add(sheet.FORM, form.mark)
        mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        mark.runs[0].font.size, mark.runs[0].font.bold = Pt(11), True
    widths = (paper.width * 0.45, paper.width * 0.55)
    left, right = grids.bare_table(paper.document, widths).rows[0].cells
    for line in form.issuer:
        grids.write(left, sheet.FORM_HEAD, line)
    grids.write(right, sheet.FORM_HEAD, NATION).runs[0].font.bold = True
    grids.write(right, sheet.FORM_HEAD, MOTTO).runs[0].font.bold = True
    grids.line_beneath(right, width=5.2, within=widths[1])
    grids.write(right, sheet.FORM_HEAD, form.place_and_date).runs[0].font.italic = True
    paper.add(sheet.KIND, form.title.upper())
    if form.subtitle:
        paper.add(sheet.FORM_CENTRE, form.subtitle)


def _add(paper: OfficialPaper, part: Part) -> None:
    match part:
        case Text(each=""):
            _write(paper, part)
        case Text(each=each):
            paper.directive(f"{{%p for row in {each} %}}")
            _write(paper, part)
            paper.directive("{%p endfor %}")
        case Grid():
            rows = [[f"{{%tr for row in {part.each} %}}"], [*part.cells], ["{%tr endfor %}"]]
            paper.table(part.columns, [*rows, *([[*part.totals]] if part.totals else [])], small=len(part.columns) > 7)
        case Signatures():
            _sign(paper, part)


def _write(paper: OfficialPaper, part: Text) -> None:
    written = paper.add(_STYLES[part.style], part.text)
    if part.style == "body" and part.ragged:
        written.alignment = WD_ALIGN_PARAGRAPH.LEFT
    written.paragraph_format.page_break_before = part.style == "back" or None


def _sign(paper: OfficialPaper, part: Signatures) -> None:
    paper.add(sheet.FORM)
    table = grids.bare_table(paper.document, [paper.width / len(part.blocks)] * len(part.blocks))
    for cell, block in zip(table.rows[0].cells, part.blocks, strict=True):
        grids.write(cell, sheet.FORM_HEAD, block.whom).runs[0].font.bold = True
        grids.write(cell, sheet.FORM_HEAD, block.note).runs[0].font.italic = True
        for _ in range(_LINES_TO_SIGN):
            grids.write(cell, sheet.FORM_HEAD, "")
        grids.write(cell, sheet.FORM_HEAD, block.name).runs[0].font.bold = True
    grids.keep_row_together(table)
