"""Chị Mai's phone: who owes what, who is late, a meeting in a few taps; and what others see of it."""

from copy import deepcopy
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

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Mandate, Meeting
from dongvon.domain.groups.operations.sign_mandate import sign_mandate
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from dongvon.kernel.text import fold
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import AT, Hamlets, settle
from tests.operations.lending.bank import Bank

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


@pytest.fixture
def mai(client: Client, hamlets: Hamlets) -> Client:
    sign_in(client, hamlets.leader("mai"), twice=False)
    return client


def _held(hamlets: Hamlets, **changes: Any) -> dict[str, Any]:
    return {
        "key": str(new_id()),
        "kind": "ordinary",
        "held_on": f"{clock.today():%d/%m/%Y}",
        "venue": "Nhà văn hóa ấp 1",
        "present": [str(person) for person in hamlets.members["mai"]],
    } | changes


def _address(name: str, hamlets: Hamlets, group: str = "mai", **more: Any) -> str:
    return reverse(f"groups:{name}", kwargs={"group": hamlets.groups[group], **more})


def test_a_leader_is_led_to_the_own_group(mai: Client, hamlets: Hamlets) -> None:
    assert mai.get(reverse("groups:mine")).url == _address("group", hamlets)
    page = mai.get(_address("group", hamlets)).content.decode()
    assert "Tổ 6600001, Ấp 1" in page
    assert "Phiên tới" in page
    for name in ("beside", "women", "across"):
        assert mai.get(_address("group", hamlets, name)).status_code == 404


def test_a_meeting_is_held_voted_and_closed(mai: Client, hamlets: Hamlets) -> None:
    held = mai.post(_address("hold", hamlets), _held(hamlets))
    meeting = Meeting.objects.get()
    page = reverse("groups:meeting", args=[meeting.id])
    assert held.url == page
    wrong = mai.post(
        reverse("groups:vote", args=[meeting.id]),
        {"key": str(new_id()), "text": "Nộp lãi sớm", "in_favour": "4", "against": "0", "abstained": "0"},
    )
    assert wrong.status_code == 422
    assert "5 tổ viên dự họp nhưng ghi 4 phiếu" in wrong.content.decode()
    vote = {"key": str(new_id()), "text": "Nộp lãi sớm", "in_favour": "4", "against": "1", "abstained": "0"}
    assert mai.post(reverse("groups:vote", args=[meeting.id]), vote).url == page
    mai.post(reverse("groups:close", args=[meeting.id]), {"key": str(new_id()), "minutes": "Nhắc nợ đến hạn."})
    assert "Biên bản đã chốt" in mai.get(page).content.decode()
    pdf = mai.get(reverse("groups:minutes_paper", args=[meeting.id, "pdf"]))
    text = " ".join(" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(pdf.content)).pages)
    assert text.count("Mẫu số 10C/TD") == 2
    assert "Nộp lãi sớm" in text
    word = mai.get(reverse("groups:minutes_paper", args=[meeting.id, "docx"]))
    assert any("5/5 người" in each.text for each in docx.Document(BytesIO(word.content)).paragraphs)


def test_filled_minutes_fill_the_form_of_a_meeting_and_keep_nothing(mai: Client, hamlets: Hamlets) -> None:
    """Minutes of another meeting are taken as filled; one name on them is nobody of the group."""
    mai.post(_address("hold", hamlets), _held(hamlets))
    meeting = Meeting.objects.get()
    vote = {"key": str(new_id()), "text": "Nộp lãi sớm", "in_favour": "4", "against": "1", "abstained": "0"}
    mai.post(reverse("groups:vote", args=[meeting.id]), vote)
    mai.post(reverse("groups:close", args=[meeting.id]), {"key": str(new_id()), "minutes": "Nhắc nợ đến hạn."})
    paper = docx.Document(BytesIO(mai.get(reverse("groups:minutes_paper", args=[meeting.id, "docx"])).content))
    line = next(each for each in paper.paragraphs if each.text.startswith("4. Tổ viên có mặt"))
    line.text = line.text.replace("Trần Thị Hoa 4", "Người Lạ")
    out = BytesIO()
    paper.save(out)
    sent = {"key": str(new_id()), "file": SimpleUploadedFile("10c-td.docx", out.getvalue())}
    page = mai.post(_address("read_minutes", hamlets), sent)
    form, told = page.context["hold"], page.content.decode()
    assert page.status_code == 200
    assert form["held_on"].value() == meeting.held_on
    assert form["venue"].value() == meeting.venue
    assert len(form["present"].value()) == 4
    assert "Người Lạ" in told
    assert "Không phải tổ viên" in told
    assert "Nộp lãi sớm: 4, 1, 0" in told
    assert Meeting.objects.count() == 1


def test_open_minutes_are_not_printed(mai: Client, hamlets: Hamlets) -> None:
    mai.post(_address("hold", hamlets), _held(hamlets))
    assert mai.get(reverse("groups:minutes_paper", args=[Meeting.objects.get().id, "pdf"])).status_code == 404


def test_a_meeting_of_tomorrow_is_refused_at_its_field(mai: Client, hamlets: Hamlets) -> None:
    answer = mai.post(_address("hold", hamlets), _held(hamlets, held_on="01/01/2999"))
    assert answer.status_code == 422
    assert "chưa tới" in answer.content.decode()


@pytest.fixture
def bank(founded_bank: Bank) -> Bank:
    return deepcopy(founded_bank)


def _lend(bank: Bank, hamlets: Hamlets, member: int, *, on: date, amount: int = 30_000_000) -> None:
    bank.lend(on=on, amount=amount, group=hamlets.groups["mai"], place="26041", borrower=hamlets.members["mai"][member])


def test_who_is_late_stands_on_top(mai: Client, hamlets: Hamlets, bank: Bank) -> None:
    _lend(bank, hamlets, 1, on=date(2026, 10, 10), amount=90_000_000)
    _lend(bank, hamlets, 4, on=date(2024, 3, 11))
    page = mai.get(_address("group", hamlets)).content.decode()
    late, other = page.index("Trần Thị Hoa 4</strong>"), page.index("Trần Thị Hoa 1</strong>")
    assert late < other
    assert "Đang trễ" in page


def test_the_collection_sheet_lists_every_loan(mai: Client, hamlets: Hamlets, bank: Bank) -> None:
    _lend(bank, hamlets, 1, on=date(2026, 10, 10))
    content = mai.get(_address("paper", hamlets, form="13-td", kind="docx")).content
    rows = [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(content)).tables[1].rows]
    assert rows[1][1] == "Trần Thị Hoa 1"
    assert rows[1][5] == rows[2][5] == "30.000.000"


@pytest.mark.parametrize(("form", "status"), [("16-td", 200), ("11-td", 404), ("99-td", 404)])
def test_papers_are_there_when_there_is_something_to_say(mai: Client, hamlets: Hamlets, form: str, status: int) -> None:
    assert mai.get(_address("paper", hamlets, form=form, kind="pdf")).status_code == status
    assert mai.get(_address("paper", hamlets, form="16-td", kind="exe")).status_code == 404


def test_a_mandate_is_signed_and_suspended_by_the_director(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.city.person("thanh", unit="pgd-trang-bom", role=Role.OFFICE_DIRECTOR))
    signed = {"key": str(new_id()), "number": "01/HĐUN", "on": "02/03/2026", "interest": "on", "savings": "on"}
    assert client.post(_address("sign", hamlets, "across"), signed).status_code == 302
    assert Mandate.objects.get().group_id == hamlets.groups["across"]
    decided = {"key": str(new_id()), "decision": "7/QĐ", "on": "01/09/2026", "reason": "Nộp tiền chậm"}
    assert client.post(_address("suspend", hamlets, "across"), decided).status_code == 302
    assert "Đang tạm dừng ủy nhiệm" in client.get(_address("group", hamlets, "across")).content.decode()
    contract = client.get(_address("paper", hamlets, "across", form="11-td", kind="pdf"))
    assert len(PdfReader(BytesIO(contract.content)).pages) == 3


def test_a_leader_signs_no_mandate(mai: Client, hamlets: Hamlets) -> None:
    assert mai.post(_address("sign", hamlets), {"key": str(new_id())}).status_code == 403


def test_an_organisation_sees_its_groups(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.city.person("hue", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER))
    page = client.get(reverse("groups:index")).content.decode()
    assert ("6600001" in page, "6600002" in page, "6600003" in page, "6600004" in page) == (True, True, False, False)
    assert "6600001" not in client.get(reverse("groups:index"), {"q": "6600002"}).content.decode()


def test_a_session_is_moved_and_everybody_is_told(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.city.person("thanh", unit="pgd-trang-bom", role=Role.OFFICE_DIRECTOR))
    page = client.get(reverse("groups:points"))
    point = page.context["form"].fields["point"].choices[0][0]
    asked = {"key": str(new_id()), "point": point, "from_on": "10/12/2999", "to_on": "12/12/2999", "reason": "Bão"}
    assert client.post(reverse("groups:move"), asked | {"from_on": "11/12/2999"}).status_code == 422
    assert client.post(reverse("groups:move"), asked | {"key": str(new_id())}).status_code == 302


def test_a_point_is_found_without_its_accents(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.leader("mai"), twice=False)
    address = reverse("groups:points")
    (name,) = [row[0] for row in client.get(address).context["table"]["rows"]][:1]
    assert name in client.get(address, {"q": fold(name)}).content.decode()
    nowhere = client.get(address, {"q": "khong dau co"})
    assert nowhere.context["table"]["rows"] == ()
    assert "Không có điểm giao dịch nào như vậy" in nowhere.content.decode()


def _statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("size", [5, 30])
def test_a_full_group_asks_the_database_no_more(client: Client, size: int) -> None:
    hamlets = settle(size=size)
    sign_in(client, hamlets.leader("mai"), twice=False)
    sign_mandate(
        key=new_id(),
        by=SYSTEM,
        at=AT,
        on=date(2026, 2, 1),
        group=hamlets.groups["mai"],
        number="1",
        interest=True,
        savings=True,
    )
    client.get(_address("group", hamlets))
    assert _statements(client, _address("group", hamlets)) <= 24
    sign_in(client, hamlets.city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR))
    assert _statements(client, reverse("groups:index")) <= 20
