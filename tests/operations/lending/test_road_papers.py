"""The papers of the road: what stands on them, in two copies where asked, and what is read back from a filled one."""

from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader

from dongvon.domain.documents.papers.filled_form import BLANK, read_back, to_fill_in
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.lending.models import RequestList, ResultNotice
from dongvon.domain.lending.operations.apply import ItemDraft, PaperDraft
from dongvon.domain.lending.operations.survey import NeedDraft, survey
from dongvon.domain.lending.papers.authorisation import AUTHORISATION, authorisation_values
from dongvon.domain.lending.papers.of_file import paper_of
from dongvon.domain.lending.papers.plan_notice import PLAN_NOTICE, plan_notice_values
from dongvon.domain.lending.papers.request import REQUEST, request_values
from dongvon.domain.lending.papers.request_list import COPIES, REQUEST_LIST, request_list_values
from dongvon.domain.lending.papers.result_notice import RESULT_NOTICE, result_notice_values
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.queries.files import file_of
from dongvon.domain.lending.queries.needs import summed_needs
from dongvon.domain.lending.queries.offered_terms import offered_terms
from dongvon.domain.lending.queries.road_papers import answer_sheet, list_sheet, lists_of_group
from dongvon.domain.programmes.vocabulary import CeilingPer
from tests.operations.lending.village import LEADER, MILLION, PLACE, TODAY, Village

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
COMMUNE = "xã Hưng Thịnh"


@pytest.fixture
def asked(village: Village) -> UUID:
    village.list("poor", 0)
    items = (
        ItemDraft(item="Bò cái sinh sản", quantity="2 con", amount=44 * MILLION),
        ItemDraft(item="Chuồng trại", quantity="20 m²", amount=6 * MILLION, use=CeilingPer.CLEAN_WATER),
    )
    return village.ask(items=items)


def setting(application: UUID) -> Setting:
    terms = offered_terms(application, on=TODAY)
    return Setting(office="Phòng giao dịch Trảng Bom", commune=COMMUNE, on=TODAY, terms=terms)


def request_of(asked: UUID) -> dict[str, object]:
    file = file_of(asked, on=TODAY)
    assert file is not None
    return request_values(file, setting(asked))


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_a_request_says_what_it_costs(asked: UUID) -> None:
    """50 million for 36 months of a poor household: 24 months between instalments up to 60 (VB 2174), so two of
    25 million; 6.24 % a year, overdue 8.112 %; due on 24/11/2029, by session day 24 the month before."""
    values = request_of(asked)
    assert values["amount_in_words"] == "Năm mươi triệu đồng"
    assert (values["every"], values["part"]) == ("24", "25.000.000")
    assert (values["percent"], values["overdue_percent"]) == ("6,24", "8,112")
    assert values["final_on"] == "24/10/2029"
    assert values["items_total"] == "50.000.000"


def test_a_filled_request_is_read_back(asked: UUID) -> None:
    filled = read_back(REQUEST, word(REQUEST, request_of(asked)), file_name="01-td.docx")
    assert filled.unread == ()
    assert filled.values["borrower"] == "Trần Thị Hoa 0"
    assert filled.values["purpose"] == "Nuôi bò sinh sản"
    assert (filled.values["amount"], filled.values["months"]) == ("50.000.000", "36")
    assert [dict(row) for row in filled.rows["items"]] == [
        {"item": "Bò cái sinh sản", "use": "", "quantity": "2 con", "amount": "44.000.000"},
        {"item": "Chuồng trại", "use": "Nước sạch", "quantity": "20 m²", "amount": "6.000.000"},
    ]


def test_dots_are_no_answer_and_a_missing_line_is_told(asked: UUID) -> None:
    empty = docx.Document(BytesIO(word(REQUEST, to_fill_in(REQUEST))))
    for paragraph in list(empty.paragraphs):
        if paragraph.text.startswith("1. Họ và tên"):
            paragraph.text = f"1. Họ và tên: Lê Thị Mai {BLANK}"
        elif paragraph.text.startswith("Bằng chữ"):
            paragraph._p.getparent().remove(paragraph._p)
    out = BytesIO()
    empty.save(out)
    filled = read_back(REQUEST, out.getvalue(), file_name="01-td.docx")
    assert filled.values["borrower"] == "Lê Thị Mai"
    assert filled.values["amount"] == ""
    assert filled.unread == ("Bằng chữ: …",)
    assert filled.rows["items"] == ()


def test_the_household_signs_before_the_hamlet(asked: UUID) -> None:
    file = file_of(asked, on=TODAY)
    assert file is not None
    (page,) = pages(printed(AUTHORISATION, [authorisation_values(file, setting(asked))], at=AT))
    assert "Trần Thị Hoa 0" in page
    assert "Điểu Vinh" in page
    assert "02 bản chính" in page


def test_a_list_of_the_group_in_two_originals(village: Village, asked: UUID) -> None:
    other = village.ask(of=2, amount=30 * MILLION)
    village.screened(asked, other)
    ((id_, held_on, _),) = lists_of_group(village.group)
    assert (id_, held_on) == (RequestList.objects.get().id, date(2026, 11, 24))
    sheet = list_sheet(id_)
    assert sheet is not None
    assert [line["listed"] for line in request_list_values(sheet, commune=COMMUNE)["lines"]] == ["hộ nghèo", ""]
    content = printed(REQUEST_LIST, [request_list_values(sheet, commune=COMMUNE)], at=AT, copies=COPIES)
    told = pages(content)
    assert len(told) == 2
    assert all("80.000.000" in page and "Tám mươi triệu đồng" in page for page in told)


def test_a_notice_tells_who_is_lent_to_where_and_when(village: Village, asked: UUID) -> None:
    village.confirmed(asked)
    village.approved(asked)
    village.signed(asked)
    sheet = answer_sheet(ResultNotice.objects.get().id)
    assert sheet is not None
    values = result_notice_values(sheet, office="Phòng giao dịch Trảng Bom", commune=COMMUNE)
    assert [row["name"] for row in values["approved"]] == ["Trần Thị Hoa 0"]
    assert values["refused"] == []
    assert values["total"] == "50.000.000"
    assert values["received"] == "ngày 24/11/2026"
    (page,) = pages(printed(RESULT_NOTICE, [values], at=AT))
    assert "24/11/2026" in page
    assert "Điểm giao dịch xã Trảng Bom" in page


def paper_told(application: UUID, code: str) -> str:
    paper = paper_of(application, code, on=TODAY)
    assert paper is not None
    assert word(paper.form, paper.values).startswith(b"PK")
    return " ".join(pages(printed(paper.form, [paper.values], at=AT)))


def test_a_worker_asks_on_the_form_of_the_job_fund(village: Village) -> None:
    asked = village.ask("03.lao-dong", amount=120 * MILLION, papers=(PaperDraft(code="work_plan"),))
    page = paper_told(asked, "nd61-1a")
    assert "Một trăm hai mươi triệu đồng" in page
    assert "Lãi suất: 7,9248 %/năm" in page
    assert "Người dân tộc thiểu số thuộc hộ nghèo" in paper_told(asked, "nd61-1b")
    assert paper_of(asked, "nd61-2", on=TODAY) is None


def test_a_school_certifies_field_and_tuition(village: Village) -> None:
    asked = village.student(key="02.stem", amount=200 * MILLION)
    page = paper_told(asked, "phu-luc-i")
    assert "Trường Đại học Lạc Hồng xác nhận:" in page
    assert "Công nghệ thông tin" in page
    assert paper_of(village.student(of=1), "phu-luc-i", on=TODAY) is None


def test_the_police_name_who_was_released(village: Village) -> None:
    village.list("released", 0)
    asked = village.ask("26.san-xuat", amount=50 * MILLION)
    page = paper_told(asked, "qd22-01")
    assert "Trần Thị Hoa 0" in page
    assert "không niêm yết công khai" in page
    assert paper_of(village.ask(of=1), "qd22-01", on=TODAY) is None


def test_the_back_says_what_was_granted(village: Village, asked: UUID) -> None:
    """Before the director lends the back is open; afterwards it has rate, part and last day."""
    assert BLANK in str(request_of(asked)["approved_percent"])
    village.confirmed(asked)
    village.approved(asked)
    values = request_of(asked)
    assert (values["approved_percent"], values["approved_part"]) == ("6,24", "25.000.000")
    assert "NGƯỜI THỪA KẾ" in paper_told(asked, "01-td")


def test_hamlets_are_told_what_they_need(village: Village) -> None:
    needs = [
        NeedDraft(household=village.households[each], programme=village.programme("01"), amount=30 * MILLION,
                  purpose="Nuôi heo", place=PLACE)
        for each in range(2)
    ]  # fmt: skip
    survey(**village.envelope(LEADER), year=2027, needs=tuple(needs))
    values = plan_notice_values(summed_needs(2027, place=PLACE), year=2027, commune=COMMUNE, day="ngày 24")
    (page,) = pages(printed(PLAN_NOTICE, [values], at=AT))
    assert "Sáu mươi triệu đồng" in page
    assert "XÃ HƯNG THỊNH" in page
    assert summed_needs(2027, place="26041") == []
