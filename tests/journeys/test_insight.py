"""The dashboards in a real browser: from the map down to the rows behind a number, by keyboard, shutting nobody out."""

from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import expect

from dongvon.domain.units.vocabulary import Role
from tests.journeys.axe import Visit, barriers
from tests.operations.insight.portfolio import found_portfolio, tell_a_year
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lan(city: City) -> UUID:
    """Bà Lan directs the branch whose year is told."""
    with transaction.atomic():
        tell_a_year(found_portfolio(city))
        return city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR)


def test_the_map_is_walked_by_keyboard(visit: Visit, lan: UUID) -> None:
    page = visit("/tin-dung/ban-do/", person=lan)
    page.locator(".map-frame").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{focused}")
    expect(page.locator("h1")).to_contain_text("Xã")


def test_a_number_leads_to_the_rows_behind_it(visit: Visit, lan: UUID) -> None:
    page = visit("/tin-dung/", person=lan)
    page.get_by_role("link", name="Số liệu gốc").click()
    expect(page.locator("h1")).to_have_text("Số liệu S20261123")
    expect(page.locator("tfoot")).to_contain_text("1.450.000.000")


def test_the_pages_shut_nobody_out(visit: Visit, lan: UUID) -> None:
    addresses = (
        *("/tin-dung/", "/tin-dung/xa-phuong/", "/tin-dung/ban-do/", "/tin-dung/chi-tieu/", "/tin-dung/xa/26041/"),
        *("/tin-dung/so-lieu/S20261123/", "/danh-muc/"),
    )
    assert barriers(visit, *addresses, person=lan) == []
