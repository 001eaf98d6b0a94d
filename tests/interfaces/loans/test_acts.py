"""Money and decisions on the page of a loan: previewed, refused at the field, put in by one and decided by another."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Loan, Petition, Receipt
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City

OPEN = date(2026, 3, 10)


@pytest.fixture
def opened(loan: Loan) -> Loan:
    """10/03/2026 is the open business day."""
    close_days(until=date(2026, 3, 9))
    return loan


def _sign_in(client: Client, city: City, name: str, role: Role, unit: str = "pgd-trang-bom") -> None:
    sign_in(client, city.people.get(name) or city.person(name, unit=unit, role=role))


def _post(client: Client, act: str, loan: Loan, **given: str) -> tuple[int, str]:
    answer = client.post(reverse(f"loans:{act}", args=[loan.id]), {"key": str(new_id()), **given}, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_payment_is_previewed_then_booked(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "nam", Role.TELLER)
    money = {"amount": "1.000.000", "value_on": "10/03/2026", "means": "cash"}
    status, page = _post(client, "receive", opened, preview="1", **money)
    assert (status, Receipt.objects.count()) == (200, 0)
    assert "lãi tồn" in page
    status, page = _post(client, "receive", opened, **money)
    assert "Đã thu nợ: gốc trả trước" in page
    assert Receipt.objects.get().amount == 1_000_000


def test_too_much_is_said_at_the_amount(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "nam", Role.TELLER)
    status, page = _post(client, "receive", opened, preview="1", amount="90000000", value_on="10/03/2026", means="cash")
    assert status == 422
    assert 'href="#id_amount"' in page


def test_a_receipt_is_reversed_with_a_reason(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "nam", Role.TELLER)
    _post(client, "receive", opened, amount="500000", value_on="10/03/2026", means="cash")
    receipt = Receipt.objects.get()
    assert _post(client, "reverse", opened, receipt=str(receipt.id), reason="Nhầm người")[0] == 403
    _sign_in(client, city, "yen", Role.ACCOUNTANT)
    assert _post(client, "reverse", opened, receipt=str(receipt.id), reason="")[0] == 422
    _, page = _post(client, "reverse", opened, receipt=str(receipt.id), reason="Nhầm người")
    assert "Lý do: Nhầm người" in page


def test_the_rest_is_handed_out(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "nam", Role.TELLER)
    assert _post(client, "disburse", opened, amount="20000000", means="cash")[0] == 422
    assert "Đã giải ngân." in _post(client, "disburse", opened, amount="10000000", means="cash")[1]
    opened.refresh_from_db()
    assert opened.in_term == 60_000_000


def test_one_asks_and_another_extends_within_the_limit(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "lan", Role.OFFICE_DIRECTOR)
    page = client.get(reverse("loans:extend", args=[opened.id])).content.decode()
    assert "Chưa có đề nghị chờ quyết định" in page
    _sign_in(client, city, "minh", Role.CREDIT_OFFICER)
    _post(client, "ask", opened, kind="extend", received_on="05/03/2026", asked="Mất mùa, xin thêm một năm")
    assert "Mất mùa" in client.get(reverse("loans:petitions")).content.decode()
    assert "1 đơn đề nghị" not in client.get("/").content.decode()  # not of hers to decide
    _sign_in(client, city, "lan", Role.OFFICE_DIRECTOR)
    assert "1 đơn đề nghị" in client.get("/").content.decode()
    page = client.get(reverse("loans:extend", args=[opened.id])).content.decode()
    assert "18 tháng, đến 10/07/2030" in page  # half of 36 months
    assert "Chưa rõ văn bản" in page
    status, page = _post(client, "extend", opened, months="19", decision="12/QĐ-PGD")
    assert status == 422
    assert 'href="#id_months"' in page
    assert "Đã gia hạn nợ." in _post(client, "extend", opened, months="12", decision="12/QĐ-PGD")[1]
    opened.refresh_from_db()
    assert opened.extended_on == date(2030, 1, 10)


def test_a_debt_is_frozen_by_the_branch(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "minh", Role.CREDIT_OFFICER)
    _post(client, "ask", opened, kind="freeze", received_on="05/03/2026", asked="Lũ cuốn chuồng trại")
    _sign_in(client, city, "ha", Role.BRANCH_DIRECTOR, unit="nhcsxh-chi-nhanh")
    given = {"cause_code": "102", "reason": "Lũ", "from_on": "10/03/2026", "decision": "7/QĐ-NHCS"}
    status, page = _post(client, "freeze", opened, damage_percent="39,9", months="36", **given)
    assert (status, 'href="#id_damage_percent"' in page) == (422, True)
    status, page = _post(client, "freeze", opened, damage_percent="40", months="37", **given)
    assert (status, 'href="#id_months"' in page) == (422, True)
    assert "Đã khoanh nợ." in _post(client, "freeze", opened, damage_percent="40", months="36", **given)[1]
    opened.refresh_from_db()
    assert (opened.frozen, opened.in_term) == (50_000_000, 0)
    page = client.get(reverse("loans:loan", args=[opened.id])).content.decode()
    assert "Khoanh nợ đến trước ngày" in page
    assert "10/03/2029" in page
    assert "Đang khoanh" in page


def test_a_debt_written_off_is_not_called_settled(client: Client, city: City, opened: Loan) -> None:
    """The borrower died and nobody pays: what was still to come is written off, and says so."""
    _sign_in(client, city, "minh", Role.CREDIT_OFFICER)
    _post(client, "ask", opened, kind="write_off", received_on="05/03/2026", asked="Người vay đã chết")
    _sign_in(client, city, "ha", Role.BRANCH_DIRECTOR, unit="nhcsxh-chi-nhanh")
    _post(client, "write_off", opened, cause_code="109", decision="8/QĐ-HĐQT")
    page = client.get(reverse("loans:loan", args=[opened.id])).content.decode()
    assert "Đã tất toán" not in page
    assert "Chưa đến kỳ" not in page
    assert "Đã xóa nợ" in page


def test_a_petition_is_declined_with_a_reason(client: Client, city: City, opened: Loan) -> None:
    _sign_in(client, city, "minh", Role.CREDIT_OFFICER)
    _post(client, "ask", opened, kind="write_off", received_on="05/03/2026", asked="Xin xóa nợ")
    asked = Petition.objects.get()
    _sign_in(client, city, "ha", Role.BRANCH_DIRECTOR, unit="nhcsxh-chi-nhanh")
    page = _post(client, "decline", opened, petition=str(asked.id), reason="Còn khả năng trả")[1]
    assert "Không chấp thuận: Còn khả năng trả" in page


@pytest.mark.parametrize(
    ("act", "role", "unit"),
    [
        ("reschedule", Role.OFFICE_DIRECTOR, "pgd-trang-bom"),
        ("roll_over", Role.OFFICE_DIRECTOR, "pgd-trang-bom"),
        ("suspend", Role.OFFICE_DIRECTOR, "pgd-trang-bom"),
        ("end_freeze", Role.BRANCH_DIRECTOR, "nhcsxh-chi-nhanh"),
        ("write_off", Role.BRANCH_DIRECTOR, "nhcsxh-chi-nhanh"),
        ("reduce_interest", Role.BRANCH_DIRECTOR, "nhcsxh-chi-nhanh"),
        ("recover", Role.TELLER, "pgd-trang-bom"),
    ],
)
def test_every_act_shows_its_limits_first(
    client: Client, city: City, opened: Loan, act: str, role: Role, unit: str
) -> None:
    _sign_in(client, city, "ha", role, unit=unit)
    page = client.get(reverse(f"loans:{act}", args=[opened.id]))
    assert page.status_code == 200
    assert "Giới hạn và căn cứ" in page.content.decode()
