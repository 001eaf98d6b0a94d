"""Anh Tùng of the farmers' association comes to a group: what he sees, what it promises, what he finds later."""

from io import BytesIO
from typing import Any

import pytest
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
    assert "Ghi cuộc kiểm tra" in tung.get(reverse("groups:inspecting", args=[group])).content.decode()
    made = tung.post(reverse("groups:inspect", args=[group]), seen())
    held, promise = Inspection.objects.get(), Promise.objects.get()
    assert made.url == reverse("groups:inspection", args=[held.id])
    page = tung.get(made.url).content.decode()
    assert "Thiếu sổ họp tháng 9" in page
    assert "Chờ khắc phục" in page
    paper = tung.get(reverse("groups:inspection_paper", args=[held.id, "pdf"])).content
    assert "Lập lại sổ họp" in text_of(paper)
    kept = {"key": str(new_id()), "kept_on": f"{clock.today():%d/%m/%Y}", "seen": "Đã có đủ sổ"}
    assert tung.post(reverse("groups:follow_up", args=[held.id, promise.id]), kept).url == made.url
    assert "Đã có đủ sổ" in tung.get(made.url).content.decode()


def test_what_is_wrong_must_be_said(tung: Client, hamlets: Hamlets) -> None:
    answer = tung.post(reverse("groups:inspect", args=[hamlets.groups["mai"]]), seen(**{"note-records": ""}))
    assert answer.status_code == 422
    assert "Hãy ghi rõ chưa đạt điều gì." in answer.content.decode()
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
