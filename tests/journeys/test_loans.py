"""Loans in a real browser: a teller receives, an accountant reverses, a director extends, the branch freezes."""

from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import expect

from dongvon.domain.lending.models import Loan
from dongvon.domain.units.vocabulary import Role
from tests.interfaces.loans.conftest import SIGNED_ON, lend_to_hoa
from tests.journeys.axe import Visit, barriers
from tests.operations.lending.bank import Bank, found_bank
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def loan(city: City) -> Loan:
    with transaction.atomic():
        found_bank()
        return lend_to_hoa(Bank(office=city.units["pgd-trang-bom"]), on=SIGNED_ON)


def _person(city: City, name: str, role: Role, unit: str = "pgd-trang-bom") -> UUID:
    with transaction.atomic():
        return city.person(name, unit=unit, role=role)


def test_a_teller_receives_and_an_accountant_reverses(visit: Visit, city: City, loan: Loan) -> None:
    page = visit("/khoan-vay/", person=_person(city, "nam", Role.TELLER))
    page.get_by_label("Số hợp đồng hoặc tên người vay").fill("hoa nguyen")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Nguyễn Thị Hoa").click()
    page.get_by_role("link", name="Thu nợ").click()
    page.get_by_label("Số tiền (đồng)").fill("5.000.000")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("#xem-truoc")).to_contain_text("gốc trả trước")
    page.get_by_role("button", name="Ghi sổ").click()
    expect(page.locator(".flash")).to_contain_text("Đã thu nợ")
    page = visit(f"/khoan-vay/{loan.id}/huy-phieu-thu/", person=_person(city, "yen", Role.ACCOUNTANT))
    page.get_by_label("Lý do hủy").fill("Nhầm người vay")
    page.get_by_role("button", name="Hủy phiếu thu").click()
    expect(page.locator("#dien-bien")).to_contain_text("Lý do: Nhầm người vay")


def test_a_director_extends_and_the_branch_freezes(visit: Visit, city: City, loan: Loan) -> None:
    minh = _person(city, "minh", Role.CREDIT_OFFICER)
    for kind in ("Gia hạn nợ", "Khoanh nợ"):
        page = visit(f"/khoan-vay/{loan.id}/de-nghi/", person=minh)
        page.get_by_label("Đề nghị", exact=True).select_option(kind)
        page.get_by_label("Nội dung đề nghị và lý do").fill("Lũ cuốn mất chuồng trại")
        page.get_by_role("button", name="Lập đề nghị").click()
        expect(page.locator(".flash")).to_contain_text("Đã trình đề nghị.")
    page = visit(f"/khoan-vay/{loan.id}/", person=_person(city, "lan", Role.OFFICE_DIRECTOR))
    page.get_by_role("link", name="Gia hạn nợ").click()
    expect(page.locator(".summary")).to_contain_text("18 tháng")
    page.get_by_label("Số tháng gia hạn").fill("12")
    page.get_by_label("Số văn bản quyết định").fill("12/QĐ-PGD")
    page.get_by_role("button", name="Gia hạn nợ").click()
    expect(page.locator(".flash")).to_contain_text("Đã gia hạn nợ.")
    director = _person(city, "ha", Role.BRANCH_DIRECTOR, unit="nhcsxh-chi-nhanh")
    page = visit(f"/khoan-vay/{loan.id}/khoanh-no/", person=director)
    page.get_by_label("Mức thiệt hại").fill("60")
    page.get_by_label("Diễn giải nguyên nhân").fill("Lũ tháng 11")
    page.get_by_label("Số tháng khoanh").fill("36")
    page.get_by_label("Số văn bản quyết định").fill("7/QĐ-NHCS")
    page.get_by_role("button", name="Khoanh nợ").click()
    expect(page.locator(".flash")).to_contain_text("Đã khoanh nợ.")
    expect(page.locator(".loan-stats")).to_contain_text("50.000.000")


def test_the_pages_shut_nobody_out(visit: Visit, city: City, loan: Loan) -> None:
    director = _person(city, "ha", Role.BRANCH_DIRECTOR, unit="nhcsxh-chi-nhanh")
    own = f"/khoan-vay/{loan.id}"
    programme = f"/chuong-trinh/{loan.series.programme_id}/"
    addresses = (
        *("/khoan-vay/", f"{own}/", f"{own}/khoanh-no/", "/khoan-vay/cho-quyet-dinh/", "/khoa-so/"),
        *(programme, "/chuong-trinh/can-cu/", "/so-sach/can-doi/", "/so-sach/nhat-ky/?account=2111"),
    )
    assert barriers(visit, *addresses, person=director) == []
