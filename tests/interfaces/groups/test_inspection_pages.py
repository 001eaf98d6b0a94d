"""Anh Tùng of the farmers' association comes to a group: what he sees, what it promises, what he finds later."""

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from dongvon.domain.groups.models import Inspection, Promise
from dongvon.domain.groups.vocabulary import Matter
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import Hamlets, settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


@pytest.fixture
def tung(client: Client, hamlets: Hamlets) -> Client:
    sign_in(client, hamlets.city.person("tung", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER))
    return client


def seen(**changes: Any) -> dict[str, Any]:
    """Everything in order but the records, mended by the end of next year."""
    given = {"key": str(new_id()), "inspected_on": f"{clock.today():%d/%m/%Y}", "team": "Phan Thanh Tùng"}
    given |= {f"order-{matter}": "on" for matter in Matter if matter != Matter.RECORDS}
    later = clock.today().replace(year=clock.today().year + 1, day=1)
    promised = {"promise-0": "Lập lại sổ họp", "due-0": f"{later:%d/%m/%Y}", "note-records": "Thiếu sổ họp tháng 9"}
    return given | promised | changes


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def test_a_visit_from_form_to_promise_kept(tung: Client, hamlets: Hamlets) -> None:
    group = hamlets.groups["mai"]
    page = tung.get(reverse("groups:inspecting", args=[group]))
    assert "Ghi cuộc kiểm tra" in page.content.decode()
    assert not any(page.context["form"][f"order-{matter}"].value() for matter in Matter)  # nobody has looked yet
    made = tung.post(reverse("groups:inspect", args=[group]), seen())
    held, promise = Inspection.objects.get(), Promise.objects.get()
    assert made.url == reverse("groups:inspection", args=[held.id])
    told = tung.get(made.url).content.decode()
    assert "Thiếu sổ họp tháng 9" in told
    assert "Chờ khắc phục" in told
    paper = tung.get(reverse("groups:inspection_paper", args=[held.id, "pdf"])).content
    assert "Lập lại sổ họp" in text_of(paper)
    kept = {"key": str(new_id()), "kept_on": f"{clock.today():%d/%m/%Y}", "seen": "Đã có đủ sổ"}
    assert tung.post(reverse("groups:follow_up", args=[held.id, promise.id]), kept).url == made.url
    assert "Đã có đủ sổ" in tung.get(made.url).content.decode()


def test_what_is_wrong_must_be_said(tung: Client, hamlets: Hamlets) -> None:
    answer = tung.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen(**{"note-records": ""}))
    assert answer.status_code == 422
    assert "Đạt thì đánh dấu; chưa đạt thì ghi rõ điều gì." in answer.content.decode()
    half = tung.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen(**{"due-0": ""}))
    assert "Mỗi kiến nghị cần cả nội dung và thời hạn." in half.content.decode()
    assert not Inspection.objects.exists()


def test_the_leader_reads_and_does_not_write(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.leader("mai"), twice=False)
    page = client.get(reverse("groups:inspecting", args=[hamlets.groups["mai"]])).content.decode()
    assert "Ghi cuộc kiểm tra" not in page
    assert client.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen()).status_code == 403
    assert client.get(reverse("groups:inspecting", args=[hamlets.groups["across"]])).status_code == 404


def test_as_many_queries_for_many_visits(tung: Client, hamlets: Hamlets) -> None:
    place = reverse("groups:inspecting", args=[hamlets.groups["mai"]])

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            tung.get(place)
        return len(asked)

    tung.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen())
    few = queries()
    day = clock.today().replace(day=1)
    tung.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen(inspected_on=f"{day:%d/%m/%Y}"))
    assert queries() == few <= 17


def test_filled_minutes_of_a_visit_fill_the_form_and_keep_nothing(tung: Client, hamlets: Hamlets) -> None:
    """Of seven matters one is marked wrong, one both ways; the day and one promise are written."""
    group = hamlets.groups["mai"]
    blank = tung.get(reverse("groups:paper", args=[group, "16-td", "docx"])).content
    paper = docx.Document(BytesIO(blank))
    checked, promised = paper.tables[1], paper.tables[2]
    for row in checked.rows[1:]:
        row.cells[2].text = "x"
    checked.rows[6].cells[2].text, checked.rows[6].cells[3].text, checked.rows[6].cells[4].text = (
        "",
        "x",
        "Thiếu sổ họp",
    )
    checked.rows[1].cells[3].text = "x"
    promised.rows[1].cells[1].text, promised.rows[1].cells[2].text = "Lập lại sổ họp", "31/12/2026"
    for line in paper.paragraphs:
        if line.text.startswith("Đoàn kiểm tra"):
            line.text = "Đoàn kiểm tra: Phan Thanh Tùng, Bùi Thị Đào"
    head = paper.tables[0].rows[0].cells[1]
    head.paragraphs[-1].text = "Xã Hưng Thịnh, ngày 20 tháng 11 năm 2026"
    out = BytesIO()
    paper.save(out)
    sent = {"key": str(new_id()), "file": SimpleUploadedFile("16-td.docx", out.getvalue())}
    page = tung.post(reverse("groups:read_inspection", args=[group]), sent)
    form = page.context["form"]
    assert page.status_code == 200
    assert form["inspected_on"].value() == date(2026, 11, 20)
    assert form["team"].value() == "Phan Thanh Tùng, Bùi Thị Đào"
    assert (form["order-records"].value(), form["note-records"].value()) == (False, "Thiếu sổ họp")
    assert form["order-urging"].value() is True
    assert (form["promise-0"].value(), form["due-0"].value()) == ("Lập lại sổ họp", date(2026, 12, 31))
    assert "Không rõ đạt hay chưa đạt" in page.content.decode()
    assert Inspection.objects.count() == 0
