"""The pages of people, lists and those who are missed: for everybody, on a desk and on a phone, by keyboard alone."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import expect

from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.journeys.axe import DESK, Visit, barriers
from tests.operations.lending.village import PLACE, TODAY, Village, found_village
from tests.operations.people.community import ENVELOPE, law
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def village(city: City) -> Village:
    with transaction.atomic():
        built = found_village(city)
        law()
        built.list("poor", 0, 1, 2)
        return built


@pytest.fixture
def hieu(city: City, village: Village) -> UUID:
    """Anh Hiếu, who keeps the lists of the commune."""
    with transaction.atomic():
        return city.person("hieu", unit="ubnd-26242", role=Role.COMMUNE_OFFICER)


@pytest.fixture
def draft_list(village: Village) -> UUID:
    round_: dict[str, Any] = {"place": PLACE, "year": 2026, "serves_from": date(2027, 1, 1), "on_paper": False}
    with transaction.atomic():
        return open_lists(key=new_id(), on=TODAY, kinds=(ListKind.POOR,), addition=False, **round_, **ENVELOPE)[0]


def test_the_pages_shut_nobody_out(visit: Visit, village: Village, hieu: UUID, draft_list: UUID) -> None:
    addresses = (
        "/nguoi-dan/",
        f"/nguoi-dan/{village.people[0]}/",
        f"/nguoi-dan/ho/{village.households[0]}/",
        "/danh-sach/",
        f"/danh-sach/{draft_list}/",
        f"/danh-sach/{draft_list}/nhap/",
        "/danh-sach/chuan/",
        f"/chua-vay/{PLACE}/",
    )
    assert barriers(visit, *addresses, person=hieu) == []


def test_somebody_is_found_by_keyboard_without_accents_and_in_any_order(
    visit: Visit, village: Village, hieu: UUID
) -> None:
    page = visit("/nguoi-dan/", person=hieu, size=DESK)
    page.keyboard.press("/")
    page.keyboard.type("hoa 3 tran")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Trần Thị Hoa 3")).to_be_visible()
    assert "hoa" not in page.url
