"""After lending: what nobody has looked at is asked for, and two books are laid side by side."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from dongvon.domain.lending.models import BalanceCheck, Disbursement, UseCheck
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.originate import originate
from dongvon.domain.lending.vocabulary import NewLoan, Organisation
from dongvon.domain.programmes.models import RateSeries
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import SYSTEM, Village
from tests.operations.units.city import City


@pytest.fixture
def officer(client: Client, city: City, village: Village) -> Client:
    sign_in(client, city.person("nam", unit="pgd-trang-bom", role=Role.CREDIT_OFFICER))
    return client


def lend(village: Village, *, of: int, days_ago: int) -> None:
    """50 million to somebody of the group, so many days ago."""
    on = clock.today() - timedelta(days=days_ago)
    contract = NewLoan(
        contract_number=str(next(village.numbers)),
        series=RateSeries.objects.get(
            programme__code="01", programme__variant="", fund="1", priority_class="ordinary", area=""
        ).id,
        unit=village.office,
        place="26242",
        organisation=Organisation.FARMERS,
        group=village.group,
        borrower=village.people[of],
        signed_on=on,
        session_day=24,
        term_months=36,
        approved=50_000_000,
        dues=(add_months(on, 36),),
    )
    at = clock.now()
    loan = originate(key=new_id(), by=SYSTEM, at=at, loan=contract)
    disburse(key=new_id(), by=SYSTEM, at=at, on=on, loan=loan, amount=50_000_000)


def test_late_checks_stand_on_top(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=5)
    lend(village, of=3, days_ago=40)
    page = officer.get(reverse("checks:uses")).content.decode()
    assert page.index("Trần Thị Hoa 3") < page.index("Trần Thị Hoa 2")
    assert "Quá hạn: 1" in page
    home = officer.get("/").content.decode()
    late = home.partition('id="qua-han"')[2].partition("</section>")[0]  # the oldest tells how pressing all are
    assert "2 lần giải ngân" in late
    assert reverse("checks:uses") in late


def test_who_only_reads_is_led_to_the_loan(client: Client, city: City, village: Village) -> None:
    lend(village, of=2, days_ago=5)
    sign_in(client, city.person("thanh", unit="pgd-trang-bom", role=Role.OFFICE_DIRECTOR))
    page = client.get(reverse("checks:uses")).content.decode()
    lent = Disbursement.objects.get()
    assert reverse("loans:loan", args=[lent.loan_id]) in page
    assert reverse("checks:use", args=[lent.id]) not in page


@pytest.mark.parametrize("loans", [1, 4])
def test_the_list_asks_a_fixed_number_of_questions(
    officer: Client, village: Village, loans: int, django_assert_max_num_queries: object
) -> None:
    for number in range(loans):
        lend(village, of=number, days_ago=3)
    with django_assert_max_num_queries(19):  # type: ignore[operator]
        officer.get(reverse("checks:uses"))


def test_a_visit_is_written_down_once(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=5)
    lent = Disbursement.objects.get()
    given = {
        "key": str(new_id()),
        "checked_on": f"{clock.today():%d/%m/%Y}",
        "used_for": "Mua 2 con bò",
        "rightly": "40.000.000",
        "wrongly": "10.000.000",
    }
    refused = officer.post(reverse("checks:check", args=[lent.id]), given)
    assert refused.status_code == 422
    assert "hãy ghi biện pháp xử lý" in refused.content.decode()
    done = officer.post(
        reverse("checks:check", args=[lent.id]), {**given, "key": str(new_id()), "measures": "Thu hồi trước hạn"}
    )
    assert done.status_code == 302
    assert UseCheck.objects.get().wrongly == 10_000_000
    assert "Thu hồi trước hạn" in officer.get(reverse("checks:uses")).content.decode()


def test_the_form_to_carry_along_names_who_waits(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=5)
    answer = officer.get(reverse("checks:use_paper", args=[village.group, "pdf"]))
    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 2
    assert "Trần Thị Hoa 2" in pages[0].extract_text()


def test_what_was_lent_later_is_not_on_the_sheet(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=0)
    page = officer.get(reverse("checks:sheet", args=[village.group])).content.decode()
    assert "Trần Thị Hoa 2" not in page
    assert "không có khoản vay còn nợ" in page


def test_two_books_are_compared_and_a_difference_explained(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=40)
    yesterday = clock.today() - timedelta(days=1)
    page = officer.get(reverse("checks:sheet", args=[village.group])).content.decode()
    assert "50.000.000" in page
    loan = Disbursement.objects.get().loan_id
    given = {"as_of": f"{yesterday:%d/%m/%Y}", f"principal-{loan}": "45.000.000", f"interest-{loan}": "0"}
    refused = officer.post(reverse("checks:compare", args=[village.group]), {**given, "key": str(new_id())})
    assert refused.status_code == 422
    assert "hãy ghi nguyên nhân" in refused.content.decode()
    given |= {f"cause-{loan}": "Tổ trưởng thu gốc chưa nộp", "key": str(new_id())}
    assert officer.post(reverse("checks:compare", args=[village.group]), given).status_code == 302
    assert BalanceCheck.objects.get().told_principal == 45_000_000
    paper = officer.get(reverse("checks:sheet_paper", args=[village.group, "pdf"]), {"as_of": given["as_of"]})
    assert "-5.000.000" in PdfReader(BytesIO(paper.content)).pages[0].extract_text()


def test_a_day_that_is_none_is_told(officer: Client, village: Village) -> None:
    answer = officer.get(reverse("checks:sheet", args=[village.group]), {"as_of": "31/02/2026"})
    assert answer.status_code == 422


def test_the_year_says_how_far_it_is(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=40)
    page = officer.get(reverse("checks:balances")).content.decode()
    assert "Đã đối chiếu 0 trên 1 khoản vay" in page
    assert "ít nhất 15 %" in page


def upload(name: str, content: bytes, **more: str) -> dict[str, object]:
    return {"key": str(new_id()), "file": SimpleUploadedFile(name, content), **more}


def written_into(content: bytes, *, row: int, cells: dict[int, str]) -> bytes:
    """A form as somebody fills it in Word: some cells of the ruled table."""
    paper = docx.Document(BytesIO(content))
    for column, text in cells.items():
        paper.tables[1].rows[row].cells[column].text = text
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_filled_use_sheet_fills_the_visit_and_keeps_nothing(officer: Client, village: Village) -> None:
    """Two waited; the visit saw the first, where 10 of 50 million went astray and no measure was written."""
    lend(village, of=2, days_ago=5)
    lend(village, of=3, days_ago=4)
    first, second = Disbursement.objects.order_by("booked_on")
    blank = officer.get(reverse("checks:use_paper", args=[village.group, "docx"])).content
    content = written_into(blank, row=1, cells={9: "Mua 2 con bò", 10: "40", 11: "10"})
    page = officer.post(reverse("checks:read_visit", args=[village.group]), upload("06-td.docx", content))
    told = page.content.decode()
    assert page.status_code == 200
    assert "Sai mục đích mà chưa ghi biện pháp xử lý" in told
    form = page.context["form"]
    assert [form[f"looked-{lent.id}"].value() for lent in (first, second)] == [True, False]
    assert [form[f"{name}-{first.id}"].value() for name in ("used_for", "rightly", "wrongly")] == [
        "Mua 2 con bò",
        40_000_000,
        10_000_000,
    ]
    assert UseCheck.objects.count() == 0


def test_a_whole_group_is_written_down_at_once(officer: Client, village: Village) -> None:
    for number in (2, 3, 4):
        lend(village, of=number, days_ago=5)
    lent = list(Disbursement.objects.order_by("id"))
    given = {"key": str(new_id()), "checked_on": f"{clock.today():%d/%m/%Y}"}
    for each in lent[:2]:
        given |= {f"looked-{each.id}": "on", f"used_for-{each.id}": "Mua bò", f"rightly-{each.id}": "50.000.000"}
        given |= {f"wrongly-{each.id}": "0"}
    address = reverse("checks:check_visit", args=[village.group])
    wrong = officer.post(address, {**given, f"rightly-{lent[1].id}": "49.000.000"})
    assert wrong.status_code == 422
    assert UseCheck.objects.count() == 0
    assert officer.post(address, {**given, "key": str(new_id())}).status_code == 302
    assert UseCheck.objects.count() == 2
    assert (
        reverse("checks:check_visit", args=[village.group])
        in officer.get(reverse("checks:visit", args=[village.group])).content.decode()
    )


def test_a_visit_that_looked_at_nothing_is_refused(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=5)
    given = {"key": str(new_id()), "checked_on": f"{clock.today():%d/%m/%Y}"}
    refused = officer.post(reverse("checks:check_visit", args=[village.group]), given)
    assert refused.status_code == 422
    assert "Chưa đánh dấu lần giải ngân nào" in refused.content.decode()


def test_a_filled_balance_sheet_fills_the_page_and_keeps_nothing(officer: Client, village: Village) -> None:
    lend(village, of=2, days_ago=40)
    loan = Disbursement.objects.get().loan_id
    yesterday = f"{clock.today() - timedelta(days=1):%d/%m/%Y}"
    blank = officer.get(reverse("checks:sheet_paper", args=[village.group, "docx"])).content
    content = written_into(blank, row=1, cells={6: "45.000.000", 7: "không rõ"})
    address = reverse("checks:read_sheet", args=[village.group])
    page = officer.post(address, upload("15-td.docx", content, as_of=yesterday))
    told = page.content.decode()
    assert page.context["form"][f"principal-{loan}"].value() == 45_000_000
    assert "Không đọc được số" in told
    assert "không rõ" in told
    assert BalanceCheck.objects.count() == 0
    other = officer.post(address, upload("thu.docx", _letter(), as_of=yesterday))
    assert other.status_code == 422
    assert "không đọc được theo mẫu 15/TD" in other.content.decode()


def _letter() -> bytes:
    out = BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Thư mời họp")
    paper.save(out)
    return out.getvalue()
