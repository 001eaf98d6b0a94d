"""The accountant's pages read the books as they are."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.operations.add_account import add_account
from dongvon.domain.ledger.operations.book import book
from dongvon.domain.ledger.operations.close_day import close_day
from dongvon.domain.ledger.vocabulary import AccountKind, AccountRow, Posting
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SPAN = {"since": "01/11/2026", "until": "30/11/2026"}


@pytest.fixture
def booked() -> None:
    office = Unit.objects.create(
        code="nhcsxh-pgd-004606", body="nhcsxh-pgd", level="commune", valid=DateRange(date(2003, 1, 1), None)
    )
    chart = (
        AccountRow(number="1011", name="Tiền mặt tại quỹ", kind=AccountKind.ASSET, confirmed=False),
        AccountRow(number="2111.01", name="Cho vay hộ nghèo", kind=AccountKind.ASSET, confirmed=False),
    )
    add_account(key=new_id(), by=SYSTEM, at=AT, accounts=chart)
    line = Posting(
        id=new_id(),
        debit="2111.01",
        credit="1011",
        amount=50_000_000,
        code="disburse",
        about=new_id(),
        unit=office.id,
        place="26206",
    )
    book(key=new_id(), by=SYSTEM, at=AT, on=date(2026, 11, 20), postings=(line,))


def test_trial_balance_shows_both_sides(client: Client, booked: None) -> None:
    sign_in(client, "accountant", unit="nhcsxh-pgd-004606", body="nhcsxh-pgd")
    page = client.get(reverse("books:balance"), SPAN).content.decode()
    assert "Cho vay hộ nghèo" in page
    assert page.count("50.000.000") == 8  # turnover and closing balance of both accounts, and the sums of four columns
    assert "-50.000.000" not in page


def test_another_office_sees_nothing_of_it(client: Client, booked: None) -> None:
    sign_in(client, "accountant", unit="nhcsxh-pgd-004601", body="nhcsxh-pgd")
    assert "50.000.000" not in client.get(reverse("books:balance"), SPAN).content.decode()


def test_the_statement_of_an_account(client: Client, booked: None) -> None:
    sign_in(client, "branch_officer")
    page = client.get(reverse("books:journal"), {**SPAN, "account": "2111"}).content.decode()
    assert "Dư cuối kỳ" in page
    assert "1011 Tiền mặt tại quỹ" in page
    assert page.count("50.000.000") == 4  # the debit, the balance after it, and both in the foot
    assert "Không có bút toán" in client.get(reverse("books:journal"), {**SPAN, "account": "7"}).content.decode()


def test_the_days_that_are_shut_are_said(client: Client, booked: None) -> None:
    close_day(key=new_id(), by=SYSTEM, at=AT, on=date(2026, 11, 23))
    sign_in(client, "branch_officer")
    page = client.get(reverse("books:journal"), SPAN).content.decode()
    assert "Sổ đã khóa đến hết ngày 23/11/2026: ngày cuối 1 bút toán, 50.000.000" in page


def test_a_span_that_ends_before_it_begins_is_said(client: Client, booked: None) -> None:
    sign_in(client, "branch_officer")
    page = client.get(reverse("books:balance"), {"since": "30/11/2026", "until": "01/11/2026"}).content.decode()
    assert "Ngày kết thúc phải từ ngày bắt đầu trở đi." in page


def test_the_workbook_opens_with_the_same_figures(client: Client, booked: None) -> None:
    sign_in(client, "branch_officer")
    answer = client.get(reverse("books:balance_file"), SPAN)
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert ["2111.01", "Cho vay hộ nghèo", 0.0, 0.0, 50_000_000.0, 0.0, 50_000_000.0, 0.0] in rows


def test_the_pages_cost_few_queries(client: Client, booked: None, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    sign_in(client, "branch_officer")
    for name in ("books:balance", "books:journal"):
        with django_assert_max_num_queries(14):  # nine of them are the frame: role, scope, session, standing
            client.get(reverse(name), SPAN)
