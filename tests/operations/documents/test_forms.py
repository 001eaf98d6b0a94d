"""One description of a form gives the template for Word and the page to print, with the same words in both."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_TAB_LEADER
from jinja2 import UndefinedError
from pypdf import PdfReader

from dongvon.domain.documents.papers.fields import differences, fields_of
from dongvon.domain.documents.papers.filled_form import BLANK, read_back, to_fill_in
from dongvon.domain.documents.papers.filling import UnfitTemplate
from dongvon.domain.documents.papers.form import Form, Grid, Received, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.official import NATION
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import shipped_template, word
from dongvon.domain.documents.papers.word_pages import pages

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


def test_what_is_left_open_runs_to_the_edge() -> None:
    """In Word a tab with dots, on the page dots up to the margin: both longer than any value would be."""
    blank = {**VALUES, "chair": BLANK, "people": []}
    paper = docx.Document(BytesIO(word(FORM, blank)))
    (line,) = [each for each in paper.paragraphs if each.text.startswith("Chủ trì")]
    assert line.text == "Chủ trì: …\t"
    assert [stop.leader for stop in line.paragraph_format.tab_stops] == [WD_TAB_LEADER.DOTS]
    assert "." * 60 in _pages(printed(FORM, [blank], at=AT))[0].replace(" ", "")


def test_a_signature_takes_the_last_words_along() -> None:
    """Enough rows to fill the page: the line above the signature goes with it to the next."""
    long = {**VALUES, "people": [{"name": f"Người {n}", "amount": "1"} for n in range(24)]}
    form = replace(FORM, parts=(*FORM.parts[:-1], Text("Lời cam kết"), FORM.parts[-1]))
    pages = _pages(printed(form, [long], at=AT))
    (signed,) = [page for page in pages if "Thư ký" in page]
    assert "Lời cam kết" in signed


def test_the_front_of_a_sheet_holds_on_one_page() -> None:
    parts = (*(Text(f"Điều {n}. " + "Nội dung cam kết của hộ vay. " * 3) for n in range(22)), FORM.parts[-1])
    front = replace(FORM, parts=(*parts, Text("PHÊ DUYỆT", "back")))
    assert len(_pages(printed(replace(FORM, parts=parts), [VALUES], at=AT))) == 2
    first, second = _pages(printed(front, [VALUES], at=AT))
    assert "Thư ký" in first
    assert "PHÊ DUYỆT" in second


def test_a_citizen_writes_under_the_nation_alone_and_dates_the_signature() -> None:
    own = replace(FORM, issuer=())
    (page,) = _pages(printed(own, [VALUES], at=AT))
    assert page.index("Cộng") < page.index("ngày 24 tháng 11 năm 2026") < page.index("Thư ký")
    paper = docx.Document(BytesIO(word(own, VALUES)))
    assert [cell.text.splitlines()[0] for cell in paper.tables[0].rows[0].cells] == [NATION]
    assert "Trảng Bom, ngày 24 tháng 11 năm 2026" in [each.text for each in paper.paragraphs]


def test_a_letter_tells_who_receives_it() -> None:
    letter = replace(FORM, parts=(Signatures((Signed("GIÁM ĐỐC"),), Received(("Như trên", "Lưu: VT"))),))
    (page,) = _pages(printed(letter, [VALUES], at=AT))
    assert "- Như trên;" in page
    assert "- Lưu: VT." in page
    assert "- Lưu: VT." in docx.Document(BytesIO(word(letter, VALUES))).tables[1].rows[0].cells[0].text


def test_a_filled_word_file_is_printed_as_it_stands() -> None:
    template = docx.Document(BytesIO(shipped_template(FORM)))
    template.add_paragraph("Chi nhánh thêm: {{ chair }}")
    out = BytesIO()
    template.save(out)
    content = pages([word(FORM, VALUES, template=out.getvalue())] * 2, at=AT, title=FORM.title, copies=2)
    told = _pages(content)
    assert len(told) == 4
    assert all("Chi nhánh thêm: Nguyễn Thị Mai" in page and "*Lê* #Ặ <b>" in page for page in told)


def test_an_edited_template_is_held_against_the_form() -> None:
    assert fields_of(FORM)["row.amount"] == "Số tiền: …"
    template = docx.Document(BytesIO(shipped_template(FORM)))
    next(each for each in template.paragraphs if "{{ chair }}" in each.text).text = "Chủ trì: {{ chairman }}"
    template.tables[1].rows[-1].cells[-1].text = ""
    out = BytesIO()
    template.save(out)
    found = differences(FORM, out.getvalue())
    assert (found.unknown, found.missing) == (("chairman",), ("total",))


LONG = "Nuôi bò sinh sản, làm chuồng trại, mua thức ăn và trồng cỏ voi trên đất của gia đình ở sau nhà văn hóa ấp"
ASKED = Form(
    number="98/TD",
    title="Giấy thử đọc",
    place_and_date="{{ place }}, {{ day }}",
    parts=(
        Text("I. NỘI DUNG", "part"),
        Text("{{ minutes }}", lines=3),
        Text("Mục đích: {{ purpose }}"),
        Text("Chỉ tiêu ghi tay: ……………………………"),
        Text("Ông (bà): {{ chair }}."),
        Grid(
            columns=(Column("TT", 1), Column("Số định danh/CCCD", 2), Column("Ngày", 2)),
            each="people",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.day }}"),
        ),
        Signatures((Signed("NGƯỜI VAY"),)),
    ),
)
TOLD = {
    "place": "xã Hưng Thịnh",
    "day": "ngày 24 tháng 11 năm 2026",
    "minutes": f"{LONG}. {LONG}",
    "purpose": LONG,
    "chair": "Nguyễn Thị Mai",
    "people": [{"name": "Trần Thị Hoa", "day": "24/11/2026"}],
}


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_answers_over_several_lines_are_read_whole(ending: str) -> None:
    """On a page the long answers are broken into lines; none of them loses its end or takes in what stands beneath."""
    content = word(ASKED, TOLD) if ending == "docx" else printed(ASKED, [TOLD], at=AT)
    filled = read_back(ASKED, content, file_name=f"giay.{ending}")
    expected = {name: TOLD[name] for name in ("day", "minutes", "purpose", "chair")}
    assert dict(filled.values) == expected
    assert filled.rows["people"] == ({"name": "Trần Thị Hoa", "day": "24/11/2026"},)
    assert filled.unread == ()


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_blank_form_says_nothing(ending: str) -> None:
    blank = to_fill_in(ASKED)
    content = word(ASKED, blank) if ending == "docx" else printed(ASKED, [blank], at=AT)
    filled = read_back(ASKED, content, file_name=f"giay.{ending}")
    assert not any(filled.values.values())
    assert filled.rows["people"] == ()
    assert filled.unread == ()


def test_a_form_has_a_code() -> None:
    assert FORM.code == "99-td"
