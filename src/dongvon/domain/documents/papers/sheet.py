"""The empty sheet: A4, margins, Times New Roman, named styles and page numbers (Nghị định 30/2020, Phụ lục I)."""

from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Mm, Pt
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT = WD_ALIGN_PARAGRAPH.LEFT


@dataclass(frozen=True, kw_only=True)
class Style:
    """One named paragraph style; sizes in points, indents in centimetres."""

    name: str
    size: float
    align: WD_ALIGN_PARAGRAPH
    bold: bool = False
    italic: bool = False
    first_line: float = 0
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    line_spacing: float = 1.0
    outline: int | None = None


BODY = Style(name="Thân văn bản", size=14, align=JUSTIFY, first_line=1.27, before=3, after=3, line_spacing=1.1)
PART = Style(
    name="Đề mục phần", size=14, align=JUSTIFY, bold=True, first_line=1.27, before=8, keep_with_next=True, outline=0
)
ITEM = Style(
    name="Đề mục khoản", size=14, align=JUSTIFY, bold=True, first_line=1.27, before=6, keep_with_next=True, outline=1
)
POINT = Style(name="Đề mục điểm", size=14, align=JUSTIFY, first_line=1.27, before=6, italic=True, keep_with_next=True)
BASIS = Style(name="Căn cứ", size=14, align=JUSTIFY, italic=True, first_line=1.27, before=6, line_spacing=1.1)
HEAD = Style(name="Phần đầu", size=13, align=CENTRE)
KIND = Style(name="Tên loại văn bản", size=14, align=CENTRE, bold=True, before=18, keep_with_next=True)
ABSTRACT = Style(name="Trích yếu", size=14, align=CENTRE, bold=True, keep_with_next=True)
ADDRESSEE = Style(name="Kính gửi", size=14, align=CENTRE, before=12, after=6)
SIGNATURE = Style(name="Chữ ký", size=14, align=CENTRE, bold=True)
COPIES_TITLE = Style(name="Nơi nhận", size=12, align=LEFT, bold=True, italic=True)
COPIES = Style(name="Danh sách nơi nhận", size=11, align=LEFT)
ANNEX = Style(name="Phụ lục", size=14, align=CENTRE, bold=True, keep_with_next=True)
ANNEX_REFERENCE = Style(name="Kèm theo", size=14, align=CENTRE, italic=True, after=6)
CELL = Style(name="Ô bảng", size=12, align=LEFT, before=2, after=2)
CELL_SMALL = Style(name="Ô bảng chữ nhỏ", size=10, align=LEFT, before=1, after=1)
CELL_TINY = Style(name="Ô bảng chữ rất nhỏ", size=8.5, align=LEFT, before=1, after=1)
CELL_HEAD = Style(name="Đầu bảng", size=12, align=CENTRE, bold=True, before=2, after=2)
NOTE = Style(name="Ghi chú bảng", size=12, align=JUSTIFY, italic=True, before=3)
FORM = Style(name="Thân biểu mẫu", size=13, align=JUSTIFY, before=2, after=1)
FORM_PART = Style(name="Mục biểu mẫu", size=13, align=JUSTIFY, bold=True, before=6, after=2, keep_with_next=True)
FORM_CENTRE = Style(name="Giữa biểu mẫu", size=13, align=CENTRE, before=2, after=4)
FORM_HEAD = Style(name="Đầu biểu mẫu", size=12, align=CENTRE)
DIRECTIVE = Style(name="Lệnh mẫu", size=8, align=LEFT)

STYLES = (
    *(BODY, PART, ITEM, POINT, BASIS, HEAD, KIND, ABSTRACT, ADDRESSEE, SIGNATURE),
    *(COPIES_TITLE, COPIES, ANNEX, ANNEX_REFERENCE, CELL, CELL_SMALL, CELL_TINY, CELL_HEAD, NOTE, DIRECTIVE),
    *(FORM, FORM_PART, FORM_CENTRE, FORM_HEAD),
)


def new_sheet(*, title: str) -> Document:
    """An empty A4 document with the named styles of an official paper."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    _set_font(document.styles["Normal"], size=14)
    _set_language(document.styles["Normal"])
    for style in STYLES:
        _add_style(document, style)
    section = document.sections[0]
    lay_out(section, landscape=False)
    _number_pages(section)
    return document


def lay_out(section: Section, *, landscape: bool) -> None:
    """A4 with margins top and bottom 20, left 30, right 15 mm; tables wider than tall may lie on the side."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)


def _number_pages(section: Section) -> None:
    """Arabic, centred in the top margin, not shown on the first page."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(_field_part(kind, text))


def _field_part(kind: str | None, text: str | None) -> BaseOxmlElement:
    part = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        part.set(qn("w:fldCharType"), kind)
    part.text = text
    return part


def _add_style(document: Document, style: Style) -> None:
    made = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    _set_font(made, size=style.size)
    made.font.bold, made.font.italic = style.bold, style.italic
    form = made.paragraph_format
    form.alignment = style.align
    form.first_line_indent = Cm(style.first_line)
    form.space_before, form.space_after = Pt(style.before), Pt(style.after)
    form.line_spacing = style.line_spacing
    form.keep_with_next = style.keep_with_next
    if style.outline is not None:
        _set_outline(made, style.outline)


def _set_outline(style: ParagraphStyle, level: int) -> None:
    """Word's navigation pane lists paragraphs by this level."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    style.element.get_or_add_pPr().append(outline)


def _set_font(style: ParagraphStyle, *, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _set_language(style: ParagraphStyle) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)
