"""The shelf of forms, the papers of a file, and a filled request read back."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from dongvon.domain.documents.papers.word_form import shipped_template
from dongvon.domain.lending.models import RequestList, ResultNotice
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import Village
from tests.operations.units.city import City


@pytest.fixture
def officer(client: Client, city: City, village: Village) -> Client:
    sign_in(client, city.person("nam", unit="pgd-trang-bom", role=Role.CREDIT_OFFICER))
    return client


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def test_each_form_is_there_blank_in_word_and_to_print(officer: Client) -> None:
    page = officer.get(reverse("papers:shelf")).content.decode()
    for code in FORMS:
        assert reverse("papers:blank", args=[code, "pdf"]) in page
        assert officer.get(reverse("papers:blank", args=[code, "pdf"])).content.startswith(b"%PDF-")
        assert officer.get(reverse("papers:blank", args=[code, "docx"])).content.startswith(b"PK")
    assert officer.get(reverse("papers:blank", args=["99-td", "pdf"])).status_code == 404
    assert officer.get(reverse("papers:blank", args=["01-td", "exe"])).status_code == 404


def test_the_papers_of_a_file(officer: Client, village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    assert "Năm mươi triệu đồng" in text_of(officer.get(reverse("papers:file", args=[asked, "01-td", "pdf"])).content)
    assert "Điểu Vinh" in text_of(officer.get(reverse("papers:file", args=[asked, "01-uq", "pdf"])).content)
    village.confirmed(asked)
    listed = RequestList.objects.get().id
    assert "0009999" in text_of(officer.get(reverse("papers:list", args=[listed, "pdf"])).content)
    village.approved(asked)
    village.signed(asked)
    notice = ResultNotice.objects.get().id
    assert "Điểm giao dịch xã Trảng Bom" in text_of(officer.get(reverse("papers:notice", args=[notice, "pdf"])).content)


def test_many_requests_in_one_file(officer: Client, village: Village) -> None:
    asked = [village.ask(of=number) for number in range(3)]
    answer = officer.get(reverse("papers:requests"), {"ho-so": [str(each) for each in asked]})
    told = text_of(answer.content)
    assert all(f"Trần Thị Hoa {number}" in told for number in range(3))
    assert officer.get(reverse("papers:requests"), {"ho-so": "không phải mã"}).status_code == 404


def test_a_filled_request_is_read_and_another_file_refused(officer: Client, village: Village) -> None:
    content = officer.get(reverse("papers:file", args=[village.ask(), "01-td", "docx"])).content
    answer = officer.post(
        reverse("papers:read"),
        {"key": str(new_id()), "code": "01-td", "file": SimpleUploadedFile("01-td.docx", content)},
    )
    page = answer.content.decode()
    assert "Nuôi bò sinh sản" in page
    assert "50.000.000" in page
    other = docx.Document()
    other.add_paragraph("Thư mời họp")
    out = BytesIO()
    other.save(out)
    sent = {"key": str(new_id()), "code": "01-td", "file": SimpleUploadedFile("thu.docx", out.getvalue())}
    refused = officer.post(reverse("papers:read"), sent)
    assert refused.status_code == 422
    assert "không đọc được theo mẫu 01/TD" in refused.content.decode()


@pytest.fixture
def lan(client: Client, city: City, village: Village) -> Client:
    sign_in(client, city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR))
    return client


def test_an_edited_template_is_tried_before_it_is_used(lan: Client, village: Village) -> None:
    paper = docx.Document(BytesIO(shipped_template(REQUEST)))
    paper.add_paragraph("Ghi chú của chi nhánh: {{ borrower }}")
    good = _saved(paper)
    paper.add_paragraph("{{ khong_co }}")
    address = reverse("papers:replace", args=["01-td"])
    refused = lan.post(address, _upload(_saved(paper)))
    assert refused.status_code == 422
    assert "Mẫu có trường không điền được: khong_co." in refused.content.decode()
    assert lan.post(address, _upload(good)).status_code == 302
    asked = village.ask()
    filled = lan.get(reverse("papers:file", args=[asked, "01-td", "docx"])).content
    assert "Ghi chú của chi nhánh: Trần Thị Hoa 0" in [each.text for each in docx.Document(BytesIO(filled)).paragraphs]
    assert "Ghi chú của chi nhánh: Trần Thị Hoa 0" in text_of(
        lan.get(reverse("papers:file", args=[asked, "01-td", "pdf"])).content
    )
    assert lan.get(reverse("papers:version", args=["01-td", 1])).content == good
    assert lan.get(reverse("papers:version", args=["01-td", 2])).status_code == 404


def test_a_template_leaves_no_field_out_by_mistake(lan: Client) -> None:
    paper = docx.Document(BytesIO(shipped_template(REQUEST)))
    line = next(each for each in paper.paragraphs if "{{ telephone }}" in each.text)
    line.text = "Nơi cư trú: {{ hamlet }}, {{ commune }}"
    address = reverse("papers:replace", args=["01-td"])
    refused = lan.post(address, _upload(_saved(paper)))
    assert "Mẫu thiếu các trường: telephone." in refused.content.decode()
    assert lan.post(address, {**_upload(_saved(paper)), "drops": "on"}).status_code == 302


def test_a_template_for_later_waits_for_its_day(lan: Client, village: Village) -> None:
    paper = docx.Document(BytesIO(shipped_template(REQUEST)))
    paper.add_paragraph("Mẫu của năm sau")
    tomorrow = clock.today() + timedelta(days=1)
    later = {**_upload(_saved(paper)), "from_on": f"{tomorrow:%d/%m/%Y}"}
    assert lan.post(reverse("papers:replace", args=["01-td"]), later).status_code == 302
    page = lan.get(reverse("papers:file", args=[village.ask(), "01-td", "pdf"])).content
    assert "Mẫu của năm sau" not in text_of(page)
    assert f"{tomorrow:%d/%m/%Y}" in lan.get(reverse("papers:template", args=["01-td"])).content.decode()


def _saved(paper: object) -> bytes:
    out = BytesIO()
    paper.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def _upload(content: bytes) -> dict[str, object]:
    file = SimpleUploadedFile("01-td.docx", content)
    return {"key": str(new_id()), "file": file, "note": "Thêm ghi chú", "from_on": f"{clock.today():%d/%m/%Y}"}
