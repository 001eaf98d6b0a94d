"""OfficialPaper: builds a paper part by part in the order in which a reader meets them."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx.enum.section import WD_SECTION
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dongvon.domain.documents.papers import grids, sheet
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.sheet import Style

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

HEAD_WIDTHS = (7.6, 9.3)  # together a little wider than the text: the nation's name needs one line
SIGNATURE_WIDTHS = (8.0, 8.5)
TEXT_WIDTH = 16.5
LANDSCAPE_WIDTH = 25.2

#: Widths in centimetres of the lines beneath: a third to a half of a long name, the whole of the motto.
ISSUER_LINE = 2.2
MOTTO_LINE = 5.8
ABSTRACT_LINE = 4.0


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The two columns on top; a name of several lines has one entry a line."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_and_date: str


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signs, by what authority ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), and who receives copies."""

    authority: tuple[str, ...]
    full_name: str
    copies: tuple[str, ...]


class OfficialPaper:
    """A paper in the layout of Nghị định 30/2020; any text may hold template marks ("{{ year }}")."""

    def __init__(self, *, title: str, landscape: bool = False) -> None:
        self.document = sheet.new_sheet(title=title)
        sheet.lay_out(self.document.sections[0], landscape=landscape)
        self.width = LANDSCAPE_WIDTH if landscape else TEXT_WIDTH

    def letterhead(self, head: Letterhead) -> None:
        """Superior and issuing body, number and sign; the nation, its motto, place and date."""
        table = grids.bare_table(self.document, HEAD_WIDTHS)
        left, right = table.rows[0].cells
        for line in head.superior:
            self._line(left, line, size=12, bold=False)
        for line in head.issuer:
            self._line(left, line, size=12, bold=True)
        grids.line_beneath(left, width=ISSUER_LINE, within=HEAD_WIDTHS[0])
        self._line(left, head.number, size=13, bold=False)
        self._line(right, NATION, size=12, bold=True)
        self._line(right, MOTTO, size=13, bold=True)
        grids.line_beneath(right, width=MOTTO_LINE, within=HEAD_WIDTHS[1])
        self._line(right, head.place_and_date, size=13, bold=False, italic=True)

    def title(self, kind: str, abstract: str) -> None:
        """The type of paper in capitals, what it is about, and a line beneath."""
        self.add(sheet.KIND, kind)
        self.add(sheet.ABSTRACT, abstract)
        grids.line_beneath(self.document, width=ABSTRACT_LINE, within=TEXT_WIDTH)

    def addressed_to(self, whom: str) -> None:
        """ "Kính gửi": in submissions and upward reports."""
        self.add(sheet.ADDRESSEE, f"Kính gửi: {whom}")

    def basis(self, text: str) -> None:
        """One "Căn cứ"; ends with a semicolon, the last with a full stop."""
        self.add(sheet.BASIS, text)

    def part(self, text: str) -> None:
        """Level "I."."""
        self.add(sheet.PART, text)

    def item(self, text: str) -> None:
        """Level "1."."""
        self.add(sheet.ITEM, text)

    def point(self, text: str) -> None:
        """Level "a)"; letters run a b c d đ e g h i k l."""
        self.add(sheet.POINT, text)

    def text(self, text: str) -> None:
        """A paragraph of the body; what stands between two ^ is raised, as references are."""
        self.add(sheet.BODY, text)

    def dash(self, text: str) -> None:
        """Level "-"."""
        self.add(sheet.BODY, f"- {text}")

    def note(self, text: str) -> None:
        """A remark beneath a table."""
        self.add(sheet.NOTE, text)

    def directive(self, text: str) -> None:
        """A template command of its own paragraph ("{%p for … %}"); the filled paper does not show it."""
        self.add(sheet.DIRECTIVE, text)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, small: bool = False) -> None:
        """A ruled table; a row of one cell spans all columns; ^ raises as in `text`; `small` suits long tables."""
        style = sheet.CELL_SMALL if small else sheet.CELL
        grids.ruled_table(self.document, columns=columns, rows=rows, width=self.width, style=style)

    def signature(self, signed: Signature) -> None:
        """ "Nơi nhận" on the left, the signature block on the right."""
        self.add(sheet.COPIES)
        table = grids.bare_table(self.document, SIGNATURE_WIDTHS)
        left, right = table.rows[0].cells
        grids.write(left, sheet.COPIES_TITLE, "Nơi nhận:")
        for copy in signed.copies:
            grids.write(left, sheet.COPIES, copy)
        for line in signed.authority:
            grids.write(right, sheet.SIGNATURE, line)
        for _ in range(4):
            grids.write(right, sheet.SIGNATURE, "")
        grids.write(right, sheet.SIGNATURE, signed.full_name)
        grids.keep_row_together(table)

    def annex(self, *, label: str, title: str, reference: str, landscape: bool = False) -> None:
        """Start an annex on a page of its own; `reference` names the paper it goes with."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        sheet.lay_out(section, landscape=landscape)
        section.different_first_page_header_footer = False
        self.width = LANDSCAPE_WIDTH if landscape else TEXT_WIDTH
        self.add(sheet.ANNEX, label)
        self.add(sheet.ANNEX, title)
        self.add(sheet.ANNEX_REFERENCE, reference)

    def to_bytes(self) -> bytes:
        """The paper as a .docx file."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def add(self, style: Style, text: str = "") -> Paragraph:
        """A paragraph in one of the sheet's styles."""
        paragraph: Paragraph = self.document.add_paragraph(style=style.name)
        grids.add_runs(paragraph, text)
        return paragraph

    def _line(self, cell: _Cell, text: str, *, size: float, bold: bool, italic: bool = False) -> None:
        paragraph = grids.write(cell, sheet.HEAD, text)
        font = paragraph.runs[0].font
        font.size, font.bold, font.italic = Pt(size), bold, italic
        paragraph.paragraph_format.first_line_indent = Cm(0)
