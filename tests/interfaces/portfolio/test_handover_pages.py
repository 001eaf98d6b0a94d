"""From the upload to the books through the pages: preview, faults to mend, taking in, one time only."""

import io
from copy import deepcopy
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pyarrow import parquet

from dongvon.domain.audit.models import Event
from dongvon.domain.lending.jobs import read_handover, write_handover
from dongvon.domain.lending.models import Handover, Loan
from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in
from tests.operations.lending.bank import Bank
from tests.operations.lending.portfolio import bring, check, found_commune, portfolio, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bank(founded_bank: Bank, db: None, settings: object, tmp_path: Path) -> Bank:
    bank = deepcopy(founded_bank)
    found_commune(bank.office)
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return bank


def _send(client: Client, content: bytes, *, on: str = "01/12/2026") -> Handover:
    file = SimpleUploadedFile("danh-muc.xlsx", content)
    answer = client.post(reverse("portfolio:upload"), {"key": new_id(), "file": file, "on": on})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    handover = Handover.objects.get()
    read_handover(handover=str(handover.id))
    handover.refresh_from_db()
    return handover


def _page(client: Client, handover: UUID, **query: str) -> str:
    return client.get(reverse("portfolio:handover", args=[handover]), query).content.decode()


def test_a_file_is_sent_previewed_and_taken_in(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    sign_in(client, "branch_officer")
    handover = _send(client, workbook(portfolio()))
    page = _page(client, handover.id)
    assert "Tiếp nhận 6 khoản vay" in page
    assert "200.400.000" in page  # six times 33.4 million
    client.post(reverse("portfolio:order", args=[handover.id]), {"key": new_id()})
    with django_capture_on_commit_callbacks(execute=True):
        write_handover(handover=str(handover.id), leaving_bad=False)
    assert not default_storage.exists(handover.stored_as)
    handover.refresh_from_db()
    assert (handover.state, handover.fault, handover.stored_as) == ("taken", {}, "")
    assert Loan.objects.count() == 6
    assert "Đã tiếp nhận" in _page(client, handover.id)


def test_each_kind_of_fault_is_told_with_its_values(client: Client) -> None:
    """Thời hạn is 60 in the example of the template; one line of another length is told by its number."""
    sign_in(client, "branch_officer")
    handover = _send(client, workbook(portfolio(**{"Thời hạn": "36"})))
    page = _page(client, handover.id)
    assert "Thời hạn 36 tháng không khớp" in page
    assert "{months}" not in page


def test_bad_lines_stop_it_and_come_back_with_comments(client: Client) -> None:
    sign_in(client, "branch_officer")
    handover = _send(client, workbook(portfolio(**{"Nguồn vốn": "ba", "Ngày vay": "31/02/2024"})))
    page = _page(client, handover.id, code="not_a_fund")
    assert "Hãy ghi 1 (trung ương) hoặc 2 (địa phương)." in page
    assert "P2" in page
    client.post(reverse("portfolio:order", args=[handover.id]), {"key": new_id()})
    assert Handover.objects.get().state == "checked"
    sheet = openpyxl.load_workbook(
        io.BytesIO(client.get(reverse("portfolio:faults", args=[handover.id])).content)
    ).active
    assert sheet["A2"].value == 2
    comments = {cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert any("Không phải ngày có thật" in text for text in comments)
    client.post(reverse("portfolio:order", args=[handover.id]), {"key": new_id(), "leaving_bad": "on"})
    write_handover(handover=str(handover.id), leaving_bad=True)
    assert Loan.objects.count() == 5


def test_a_file_that_is_no_table_says_so(client: Client) -> None:
    sign_in(client, "branch_officer")
    handover = _send(client, b"\x89PNG not at all")
    assert "hỏng hoặc bị cắt cụt" in _page(client, handover.id)


def test_an_office_brings_in_its_own_loans_only(client: Client) -> None:
    sign_in(client, "accountant", unit="nhcsxh-pgd-004601", body="nhcsxh-pgd")
    handover = _send(client, workbook(portfolio()))
    assert handover.bad_rows == 6
    assert "ngoài phạm vi" in _page(client, handover.id)


def test_a_file_can_be_put_away(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    sign_in(client, "branch_officer")
    handover = _send(client, workbook(portfolio()))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("portfolio:drop", args=[handover.id]), {"key": new_id()})
    assert not default_storage.exists(handover.stored_as)
    assert "Đã bỏ" in _page(client, handover.id)


def test_the_template_comes_back_in_when_filled(client: Client) -> None:
    sign_in(client, "branch_officer")
    content = client.get(reverse("portfolio:template")).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    heads = [cell.value for cell in book["Khoản vay"][1]]
    assert "Số hợp đồng" in heads
    for at, row in enumerate(portfolio(), start=2):
        for name, value in row.items():
            book["Khoản vay"].cell(at, heads.index(name) + 1, value)
    filled = io.BytesIO()
    book.save(filled)
    assert check(filled.getvalue()).bad_rows == 0


def test_pages_ask_no_more_for_more_lines(client: Client) -> None:
    sign_in(client, "branch_officer")
    handover = check(workbook(portfolio(**{"Nguồn vốn": "ba"})))
    address = reverse("portfolio:handover", args=[handover.id])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address, {"code": "not_a_fund"})
    assert len(asked) <= 16


@pytest.mark.parametrize(("role", "named"), [("branch_officer", True), ("inspector", False)])
def test_a_download_is_on_record_without_its_contents(client: Client, role: str, named: bool) -> None:
    bring(workbook(portfolio()))
    person = sign_in(client, role)
    answer = client.post(reverse("portfolio:export"), {"key": new_id(), "form": "parquet", "named": "on"})
    content = b"".join(answer.streaming_content)
    names = parquet.read_table(io.BytesIO(content)).to_pydict().get("Họ và tên", [])
    assert ("Nguyễn Thị Hoa" in names) is named
    event = Event.objects.get(verb="lending.export_portfolio")
    assert (event.person, event.contents["named"], event.contents["rows"]) == (person.id, named, 6)
    assert "Hoa" not in str(event.contents)
