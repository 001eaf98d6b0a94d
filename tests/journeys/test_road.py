"""The road in a real browser: homes drawn for in public, one refused for its income; and pages that shut nobody out."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from dongvon.domain.lending.models import Application, Lot
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE
from tests.operations.lending.village import OFFICER, Village, found_village
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]
FITS = "document.documentElement.scrollWidth <= innerWidth"
COMMUNE = {Role.COMMUNE_CHAIR, Role.COMMUNE_OFFICER}


@pytest.fixture
def village(city: City) -> Village:
    with transaction.atomic():
        built = found_village(city)
        built.at = clock.now() - timedelta(minutes=10)
        return built


@pytest.fixture
def person(city: City) -> Callable[[Role], UUID]:
    """Somebody who holds one role of the road at the office, or in the commune."""

    def held(role: Role) -> UUID:
        with transaction.atomic():
            if role.value not in city.people:
                city.person(role.value, unit="ubnd-26242" if role in COMMUNE else "pgd-trang-bom", role=role)
        return city.people[role.value]

    return held


def test_homes_are_drawn_for_and_one_is_refused(visit: Visit, village: Village, person: Callable[[Role], UUID]) -> None:
    with transaction.atomic():
        homes = [village.home(of=each, grounds=("merit",) if each == 2 else ()) for each in range(3)]
        rich = village.home(of=3, monthly_income=26_000_000)
        take_in(**village.envelope(OFFICER), applications=(*homes, rich))
    page = visit(f"/ho-so-vay/{rich}/", person=person(Role.CREDIT_OFFICER))
    expect(page.get_by_text("Thu nhập vượt mức trần của chương trình.")).to_be_visible()
    page.get_by_text("Từ chối hoặc trả lại để bổ sung").click()
    page.get_by_label("Lý do, nội dung cần bổ sung").fill("Thu nhập vượt mức trần")
    page.get_by_role("button", name="Từ chối", exact=True).click()
    expect(page.get_by_text("Đã từ chối, có ghi lý do.")).to_be_visible()

    page = visit("/ho-so-vay/boc-tham/", person=person(Role.OFFICE_DIRECTOR))
    page.get_by_label("Kế hoạch vốn của đợt này (đồng)").fill("940000000")
    page.get_by_label("Dãy số do người chứng kiến đọc").fill("17 42 08")
    page.get_by_label("Nơi tổ chức").fill("Hội trường UBND xã")
    page.get_by_label("Người chứng kiến, mỗi người một dòng").fill("Ngô Thị Bích\nHuỳnh Tấn Lộc")
    page.get_by_role("button", name="Bốc thăm").click()
    expect(page.get_by_text("Đã bốc thăm và ghi biên bản.")).to_be_visible()
    assert Lot.objects.get(rank=1).application_id == homes[2]
    missed = Application.objects.get(lots__selected=False)
    page = visit(f"/ho-so-vay/{missed.id}/vi-sao/", person=person(Role.CREDIT_OFFICER))
    expect(page.get_by_text("Chờ kết quả xét ưu tiên, bốc thăm công khai.")).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_road_shuts_nobody_out(
    visit: Visit, village: Village, person: Callable[[Role], UUID], size: dict[str, int]
) -> None:
    with transaction.atomic():
        village.list("poor", 0)
        asked = village.ask()
        village.screened(asked)
    home = village.households[0]
    places = {
        Role.COMMUNE_CHAIR: ("/ho-so-vay/xac-nhan/",),
        Role.CREDIT_OFFICER: (
            "/ho-so-vay/",
            f"/ho-so-vay/{asked}/",
            f"/ho-so-vay/{asked}/vi-sao/",
            f"/ho-so-vay/ho/{home}/",
            f"/ho-so-vay/ho/{home}/de-nghi/",
        ),
    }
    for role, paths in places.items():
        for path in paths:
            page = visit(path, person=person(role), size=size)
            assert violations(page) == [], path
            assert page.evaluate(FITS), path
