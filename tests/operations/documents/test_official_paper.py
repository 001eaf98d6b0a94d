"""An official paper follows Nghị định 30/2020, Phụ lục I, rule by rule."""

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.official import Letterhead, OfficialPaper, Signature

LONG = "Các đơn vị đã triển khai nhiệm vụ được giao và gửi kết quả về chi nhánh. " * 12


@pytest.fixture(scope="module")
def paper() -> Document:
    made = OfficialPaper(title="Báo cáo năm")
    made.letterhead(
        Letterhead(
            superior=("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",),
            issuer=("CHI NHÁNH THÀNH PHỐ ĐỒNG NAI",),
            number="Số: 12/BC-NHCSĐN",
            place_and_date="Đồng Nai, ngày 05 tháng 02 năm 2026",
        )
    )
    made.title("BÁO CÁO", "Kết quả thực hiện kế hoạch năm 2026")
    made.addressed_to("Ủy ban nhân dân thành phố Đồng Nai")
    made.basis("Căn cứ Quyết định số 1560/QĐ-TTg;")
    made.part("I. KẾT QUẢ")
    made.item("1. Tuyên truyền")
    made.point("a) Phổ biến")
    made.text(f"{LONG}^[1]^")
    made.dash("Hoàn thành 12 nhiệm vụ.")
    made.table(
        [Column("TT", 1, "centre"), Column("Chỉ tiêu", 5), Column("Số liệu", 2, "right")], [["1", "Hội nghị", "1.234"]]
    )
    made.signature(
        Signature(authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), full_name="Trần Thị Lan", copies=("- Lưu: VT.",))
    )
    made.annex(label="Phụ lục I", title="DANH SÁCH", reference="(Kèm theo Báo cáo số 12/BC-NHCSĐN)")
    return docx.Document(BytesIO(made.to_bytes()))


def line(paper: Document, start: str) -> Paragraph:
    cells = [cell for table in paper.tables for row in table.rows for cell in row.cells]
    everywhere = [*paper.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    return next(each for each in everywhere if each.text.startswith(start))


def size(paragraph: Paragraph) -> Pt:
    return paragraph.runs[0].font.size or paragraph.style.font.size


def bold(paragraph: Paragraph) -> bool:
    own = paragraph.runs[0].font.bold
    return paragraph.style.font.bold if own is None else own


def italic(paragraph: Paragraph) -> bool:
    own = paragraph.runs[0].font.italic
    return paragraph.style.font.italic if own is None else own


def test_the_sheet_is_a4_with_the_margins_of_the_decree(paper: Document) -> None:
    for section in paper.sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20


def test_every_letter_is_times_new_roman(paper: Document) -> None:
    fonts = paper.styles["Normal"].element.rPr.rFonts
    names = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert names == {"Times New Roman"}
    used = {each.style.font.name for each in paper.paragraphs if each.style.name != "Normal"}
    assert used == {"Times New Roman"}


def test_pages_are_numbered_on_top_but_not_the_first(paper: Document) -> None:
    first = paper.sections[0]
    number = first.header.paragraphs[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in number._p.xml
    assert number.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert Pt(13) <= number.runs[0].font.size <= Pt(14)
    assert first.first_page_header.paragraphs[0].text == ""


def test_the_head_has_two_columns(paper: Document) -> None:
    left, right = paper.tables[0].rows[0].cells
    assert left.paragraphs[0].text == "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"
    assert right.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert right.paragraphs[1].text == "Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    ("start", "sizes", "is_bold", "is_italic"),
    [
        ("NGÂN HÀNG", (12, 13), False, False),
        ("CHI NHÁNH", (12, 13), True, False),
        ("Số: 12", (13, 13), False, False),
        ("CỘNG HÒA", (12, 13), True, False),
        ("Độc lập", (13, 14), True, False),
        ("Đồng Nai, ngày", (13, 14), False, True),
        ("BÁO CÁO", (13, 14), True, False),
        ("Kết quả thực hiện", (13, 14), True, False),
        ("Căn cứ", (13, 14), False, True),
        ("I. KẾT QUẢ", (13, 14), True, False),
        ("1. Tuyên truyền", (13, 14), True, False),
        ("KT. GIÁM ĐỐC", (13, 14), True, False),
        ("Trần Thị Lan", (13, 14), True, False),
        ("Nơi nhận:", (12, 12), True, True),
        ("- Lưu: VT.", (11, 11), False, False),
        ("Phụ lục I", (14, 14), True, False),
        ("DANH SÁCH", (13, 14), True, False),
        ("(Kèm theo", (13, 14), False, True),
    ],
)
def test_each_part_has_its_letters(
    paper: Document, start: str, sizes: tuple[int, int], is_bold: bool, is_italic: bool
) -> None:
    found = line(paper, start)
    assert Pt(sizes[0]) <= size(found) <= Pt(sizes[1])
    assert (bool(bold(found)), bool(italic(found))) == (is_bold, is_italic)


@pytest.mark.parametrize("start", ["CỘNG HÒA", "BÁO CÁO", "Kết quả thực hiện", "Phụ lục I", "KT. GIÁM ĐỐC"])
def test_titles_stand_in_the_middle(paper: Document, start: str) -> None:
    assert line(paper, start).style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_body_is_justified_indented_and_spaced(paper: Document) -> None:
    form = line(paper, "Các đơn vị").style.paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert abs(form.first_line_indent - Cm(1.27)) < Mm(0.1)
    assert form.space_before + form.space_after >= Pt(6)
    assert 1 <= form.line_spacing <= 1.5


def test_a_reference_stands_raised(paper: Document) -> None:
    mark = line(paper, "Các đơn vị").runs[-1]
    assert mark.text == "[1]"
    assert mark.font.superscript


def test_lines_stand_beneath_the_issuer_the_motto_and_the_abstract(paper: Document) -> None:
    ruled = [each for each in paper.element.body.iter(qn("w:pBdr")) if each.find(qn("w:top")) is not None]
    assert len(ruled) == 3


def test_headings_of_a_table_repeat_on_each_page(paper: Document) -> None:
    heading = paper.tables[1].rows[0]._tr
    assert heading.trPr.find(qn("w:tblHeader")) is not None


def test_an_annex_begins_a_page_and_goes_on_counting(paper: Document) -> None:
    annex = paper.sections[1]
    assert not annex.different_first_page_header_footer
    assert annex.header.is_linked_to_previous
