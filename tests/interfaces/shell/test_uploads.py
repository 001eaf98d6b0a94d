"""A body larger than its page takes is turned away before a byte of it is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dongvon.interfaces.web.shell import uploads
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db


def send(client: Client, address: str, *, size: int) -> HttpResponse:
    form = {"key": str(new_id()), "file": SimpleUploadedFile("tep.xlsx", b"x" * size)}
    return client.post(reverse(address), form)  # type: ignore[return-value]


def test_a_stranger_brings_nothing_large(client: Client) -> None:
    assert send(client, "account_login", size=900_000).status_code == 200
    answer = send(client, "account_login", size=1_100_000)
    assert answer.status_code == 413
    assert "Tệp gửi lên quá lớn" in answer.content.decode()


def test_each_page_takes_what_it_says(director: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty-four of the unit where a page says nothing, five hundred for a portfolio; here the unit is a kilobyte."""
    monkeypatch.setattr(uploads, "MEGABYTE", 1024)
    assert send(director, "plans:import", size=60_000).status_code == 422
    assert send(director, "plans:import", size=70_000).status_code == 413
    assert send(director, "portfolio:upload", size=70_000).status_code == 422
    assert send(director, "portfolio:upload", size=520_000).status_code == 413
