"""Writing a request down: its plan line by line, beginning with a filled 01/TD, and the papers that come with it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dongvon.domain.lending.models import Application, DossierPaper, PlanItem
from dongvon.domain.lending.operations.apply import ItemDraft
from dongvon.domain.programmes.vocabulary import CeilingPer
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.road.conftest import Signed, place
from tests.operations.lending.village import Village

pytestmark = pytest.mark.django_db


def asked(village: Village, **more: Any) -> dict[str, Any]:
    known = {
        "key": new_id(),
        "programme": village.programme("01"),
        "borrower": village.people[2],
        "amount": "30.000.000",
        "own_capital": "5.000.000",
        "term_months": 24,
        "purpose": "Nuôi dê",
        "family": "single",
    }
    return {name: str(value) for name, value in {**known, **more}.items()}


def address(village: Village, tail: str = "") -> str:
    return f"/ho-so-vay/ho/{village.households[2]}/de-nghi/{tail}"


PLAN = {"item1-item": "Dê giống", "item1-quantity": "8 con", "item1-amount": "24.000.000", "item1-use": ""}


def test_a_plan_is_kept_line_by_line(village: Village, as_: Signed) -> None:
    rest = {"item3-item": "Kéo điện", "item3-amount": "11.000.000", "item3-use": "electricity"}
    answer = as_(Role.CREDIT_OFFICER).post(address(village, "gui/"), asked(village, **PLAN, **rest))
    assert answer.status_code == 302
    kept = PlanItem.objects.order_by("number").values_list("item", "quantity", "amount", "use")
    assert list(kept) == [("Dê giống", "8 con", 24_000_000, ""), ("Kéo điện", "", 11_000_000, "electricity")]
    page = as_(Role.CREDIT_OFFICER).get(answer.headers["Location"]).content.decode()
    assert "Trong đó mắc điện: tối đa 1.500.000" in page


def test_the_parts_of_a_ceiling_are_read_before_the_plan_is_written(village: Village, as_: Signed) -> None:
    village.list("poor", 2)
    page = as_(Role.CREDIT_OFFICER).get(address(village)).content.decode()
    assert "Trong đó sửa nhà: tối đa 3.000.000" in page


def test_without_a_plan_the_purpose_is_its_one_line(village: Village, as_: Signed) -> None:
    assert as_(Role.CREDIT_OFFICER).post(address(village, "gui/"), asked(village)).status_code == 302
    assert list(PlanItem.objects.values_list("item", "amount")) == [("Nuôi dê", 35_000_000)]


def test_a_request_tapped_twice_is_one_request(village: Village, as_: Signed) -> None:
    same, officer = asked(village), as_(Role.CREDIT_OFFICER)
    answers = [officer.post(address(village, "gui/"), same) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({}, "phải bằng số tiền vay cộng vốn tự có"),
        ({"item2-item": "Chuồng trại"}, "Mỗi mục chi cần cả tên và số tiền."),
        ({"item2-amount": "11.000.000"}, "Mỗi mục chi cần cả tên và số tiền."),
    ],
)
def test_a_plan_that_is_not_whole_comes_back(village: Village, as_: Signed, line: dict[str, str], told: str) -> None:
    answer = as_(Role.CREDIT_OFFICER).post(address(village, "gui/"), asked(village, **PLAN, **line))
    page = answer.content.decode()
    assert (answer.status_code, Application.objects.count()) == (422, 0)
    assert told in page
    assert "Dê giống" in page


def test_a_filled_paper_fills_the_form_and_keeps_nothing(village: Village, as_: Signed) -> None:
    officer = as_(Role.CREDIT_OFFICER)
    use = CeilingPer.HOUSE_REPAIR
    lines = (
        ItemDraft(item="Bò cái", quantity="2 con", amount=47_000_000),
        ItemDraft(item="Lợp mái", quantity="40 m²", amount=3_000_000, use=use),
    )
    written = village.ask(of=2, own_capital=0, items=lines)
    content = officer.get(reverse("papers:file", args=[written, "01-td", "docx"])).content
    sent = {"key": str(new_id()), "file": SimpleUploadedFile("01-td.docx", content)}
    answer = officer.post(address(village, "doc/"), sent)
    form = answer.context["form"]
    assert answer.status_code == 200
    assert form.initial == {
        "programme": str(village.programme("01")),
        "borrower": str(village.people[2]),
        "signers": [str(village.people[2])],
        "amount": 50_000_000,
        "own_capital": 0,
        "term_months": 36,
        "purpose": "Nuôi bò sinh sản",
    }
    assert [line.initial.get("use") for line in answer.context["plan"][:2]] == ["", "house_repair"]
    assert "Đã điền theo tệp; hãy đối chiếu" in answer.content.decode()
    assert Application.objects.count() == 1


def test_another_file_fills_nothing(village: Village, as_: Signed) -> None:
    sent = {"key": str(new_id()), "file": SimpleUploadedFile("thu.docx", b"PK\x03\x04")}
    answer = as_(Role.CREDIT_OFFICER).post(address(village, "doc/"), sent)
    assert answer.status_code == 422


def test_a_paper_comes_with_its_copy(village: Village, as_: Signed) -> None:
    file, officer = village.ask(), as_(Role.CREDIT_OFFICER)
    copy = SimpleUploadedFile("phuong-an.pdf", b"%PDF-1.7 ban chup")
    sent = {"key": str(new_id()), "code": "work_plan", "number": "1", "file": copy}
    assert officer.post(place("giay-to/", file), sent).status_code == 302
    kept = DossierPaper.objects.get().attachment_id
    answer = officer.get(place(f"giay-to/{kept}/", file))
    assert answer.content == b"%PDF-1.7 ban chup"
    assert "phuong-an.pdf" in answer["Content-Disposition"]
    assert officer.get(place(f"giay-to/{kept}/", village.ask(of=1))).status_code == 404


def test_a_copy_that_is_not_what_it_says_leaves_no_paper(village: Village, as_: Signed) -> None:
    copy = SimpleUploadedFile("phuong-an.pdf", b"MZ")
    sent = {"key": str(new_id()), "code": "work_plan", "file": copy}
    answer = as_(Role.CREDIT_OFFICER).post(place("giay-to/", village.ask()), sent)
    assert (answer.status_code, DossierPaper.objects.count()) == (422, 0)
    assert "không đúng định dạng" in answer.content.decode()


def test_a_file_leads_to_its_printed_papers(village: Village, as_: Signed) -> None:
    village.list("poor", 0)
    file, officer = village.ask(), as_(Role.CREDIT_OFFICER)
    assert reverse("papers:file", args=[file, "01-td", "pdf"]) in officer.get(place("", file)).content.decode()
    village.confirmed(file)
    village.approved(file)
    village.signed(file)
    page = officer.get(place("", file)).content.decode()
    assert "/giay-to/danh-sach/" in page
    assert "/giay-to/thong-bao/" in page


def test_a_desk_prints_what_was_ticked(village: Village, as_: Signed) -> None:
    village.list("poor", 0, 1)
    files = [village.ask(of=each) for each in range(2)]
    village.confirmed(*files)
    officer = as_(Role.CREDIT_OFFICER)
    assert reverse("papers:requests") in officer.get("/ho-so-vay/").content.decode()
    sent = {"key": str(new_id()), "applications": [str(each) for each in files]}
    answer = officer.post(reverse("papers:requests"), sent)
    assert answer.content.startswith(b"%PDF-")


def test_nothing_ticked_is_told(village: Village, as_: Signed) -> None:
    answer = as_(Role.CREDIT_OFFICER).post(reverse("papers:requests"), {"key": str(new_id())}, follow=True)
    assert "Chưa chọn hồ sơ nào để in." in answer.content.decode()
