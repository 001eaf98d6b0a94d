"""One description of a form gives the template for Word and the page to print, with the same words in both."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from jinja2 import UndefinedError
from pypdf import PdfReader

from dongvon.domain.documents.papers.filling import UnfitTemplate
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import shipped_template, word

AT = datetime(2026, 11, 24, 2, 0, 0, 123, tzinfo=UTC)

FORM = Form(
    number="99/TD",
    title="Giấy thử",
    subtitle="{{ group }}",
    issuer=("HỘI NÔNG DÂN", "{{ group }}"),
    place_and_date="Trảng Bom, {{ day }}",
    parts=(
        Text("I. THÀNH PHẦN", "part"),
        Text("Chủ trì: {{ chair }}"),
        Text("- {{ row.name }}", each="people"),
        Grid(
            columns=(Column("TT", 1, "centre"), Column("Họ và tên", 4), Column("Số tiền", 2, "right")),
            each="people",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.amount }}"),
            totals=("", "Cộng", "{{ total }}"),
        ),
        Signatures((Signed("Tổ trưởng", "{{ chair }}"), Signed("Thư ký"))),
    ),
    unconfirmed=("số tiền",),
)
VALUES = {
    "group": "Tổ ấp 1",
    "day": "ngày 24 tháng 11 năm 2026",
    "chair": "Nguyễn Thị Mai",
    "people": [{"name": "Trần Thị Hoa", "amount": "50.000.000"}, {"name": "*Lê* #Ặ <b>", "amount": "1"}],
    "total": "50.000.001",
}


def _pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_word_and_page_say_the_same() -> None:
    paper = docx.Document(BytesIO(word(FORM, VALUES)))
    (page,) = _pages(printed(FORM, [VALUES], at=AT))
    table = [[cell.text for cell in row.cells] for row in paper.tables[1].rows]
    assert table == [
        ["TT", "Họ và tên", "Số tiền"],
        ["1", "Trần Thị Hoa", "50.000.000"],
        ["2", "*Lê* #Ặ <b>", "1"],
        ["", "Cộng", "50.000.001"],
    ]
    written = [each.text for each in paper.paragraphs if each.text] + [each for row in table for each in row if each]
    for line in written:
        assert " ".join(line.split()) in page
    assert "Mẫu số 99/TD" in page
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page


def test_what_is_unconfirmed_is_told_in_the_properties_and_not_on_paper() -> None:
    told = "Chưa đối chiếu với mẫu gốc: số tiền"
    assert docx.Document(BytesIO(shipped_template(FORM))).core_properties.comments == told
    content = printed(FORM, [VALUES], at=AT)
    assert PdfReader(BytesIO(content)).metadata["/Subject"] == told
    assert told not in _pages(content)[0]


def test_copies_and_batches_start_on_pages_of_their_own() -> None:
    other = VALUES | {"chair": "Anh Tùng"}
    pages = _pages(printed(FORM, [VALUES, other], at=AT, copies=2))
    assert ["Anh Tùng" in page for page in pages] == [False, False, True, True]


def test_the_typeface_is_inside_the_file() -> None:
    fonts = PdfReader(BytesIO(printed(FORM, [VALUES], at=AT))).pages[0]["/Resources"]["/Font"]
    assert {font.get_object()["/BaseFont"].split("+")[1].split("-")[0] for font in fonts.values()} == {"Tinos"}


def test_a_missing_value_is_refused() -> None:
    incomplete = {name: value for name, value in VALUES.items() if name != "chair"}
    with pytest.raises(UnfitTemplate):
        word(FORM, incomplete)
    with pytest.raises(UndefinedError):
        printed(FORM, [incomplete], at=AT)


def test_a_form_has_a_code() -> None:
    assert FORM.code == "99-td"
