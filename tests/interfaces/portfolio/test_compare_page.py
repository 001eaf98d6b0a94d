"""An extract is compared on a page or as a workbook; a file that is no extract is refused at its field."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in
from tests.operations.lending.test_reconciliation import EVENTS, LOAN, extract

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("founded_bank")]


def _asked(client: Client, content: bytes, **given: str) -> object:
    file = SimpleUploadedFile("trich.xlsx", content)
    form = {"key": new_id(), "file": file, "on": "10/01/2026", "form": "page", **given}
    return client.post(reverse("portfolio:compared"), form)


def test_differences_are_shown_with_their_cause(client: Client) -> None:
    sign_in(client, "branch_officer")
    page = _asked(client, extract([{**LOAN, "Lãi tồn trong hạn": 273_534}], EVENTS)).content.decode()  # type: ignore[attr-defined]
    assert "273.534" in page
    assert "Hệ thống kia tính lãi cả ngày cuối." in page


def test_the_same_as_a_workbook(client: Client) -> None:
    sign_in(client, "branch_officer")
    answer = _asked(client, extract([{**LOAN, "Lãi tồn trong hạn": 273_534}], EVENTS), form="xlsx")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[1][4] == 8_548


def test_a_file_that_is_no_extract_is_refused(client: Client) -> None:
    sign_in(client, "branch_officer")
    answer = _asked(client, b"hello")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "hỏng hoặc bị cắt cụt" in answer.content.decode()  # type: ignore[attr-defined]
