"""The road in a real browser: a poor household, a student, homes drawn for; each with what stops it on the way."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from dongvon.domain.lending.models import Application, Lot, Tranche
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from tests.journeys.axe import Visit, barriers
from tests.operations.lending.village import OFFICER, Village, found_village
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

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


def test_a_poor_household_comes_from_the_list_to_approval(
    visit: Visit, village: Village, person: Callable[[Role], UUID]
) -> None:
    with transaction.atomic():
        village.list("poor", 0)
        listed, unlisted, unclear = village.ask(of=0), village.ask(of=1), village.ask(of=2)
        village.list("poor", 2, year=2024)
        village.screened(listed, unlisted, unclear)
    page = visit("/ho-so-vay/xac-nhan/", person=person(Role.COMMUNE_CHAIR))
    _leave_out(page, 1, keys=("j",), instead=2, reason="Không có tên trong danh sách hộ nghèo")
    expect(_line(page, 0).get_by_role("checkbox")).to_be_focused()
    _leave_out(page, 2, keys=("j", "x"), instead=1, reason="Thiếu chữ ký của trưởng ấp")
    page.get_by_role("button", name="Ký xác nhận").press("Enter")
    expect(page.get_by_text("Đã xác nhận 1 dòng, từ chối hoặc trả lại 2 dòng")).to_be_visible()
    assert [village.stage(each) for each in (listed, unlisted, unclear)] == ["confirmed", "refused", "returned"]

    page = visit("/ho-so-vay/", person=person(Role.CREDIT_OFFICER))
    page.get_by_label("Chọn tất cả").check()
    expect(page.get_by_label("Chọn hồ sơ của Trần Thị Hoa 0")).to_be_checked()
    page.get_by_role("button", name="Nhận các hồ sơ đã chọn").click()
    expect(page.get_by_text("Đã xử lý các hồ sơ đã chọn.")).to_be_visible()
    page.goto(f"{page.url.split('/ho-so-vay')[0]}/ho-so-vay/{listed}/")
    page.get_by_label("Ý kiến thẩm định").fill("Hộ có sức lao động, phương án khả thi.")
    page.get_by_role("button", name="Ghi thẩm định").click()
    expect(page.get_by_text("Đã ghi thẩm định.")).to_be_visible()

    page = visit(f"/ho-so-vay/{listed}/", person=person(Role.CREDIT_CONTROLLER))
    page.get_by_role("button", name="Kiểm soát xong").click()
    expect(page.get_by_text("Đã kiểm soát hồ sơ.")).to_be_visible()
    page = visit(f"/ho-so-vay/{listed}/", person=person(Role.OFFICE_DIRECTOR))
    expect(page.get_by_text("Nguồn vốn còn được phê duyệt")).to_be_visible()
    page.get_by_role("button", name="Phê duyệt cho vay").click()
    expect(page.get_by_text("Đã phê duyệt cho vay.")).to_be_visible()
    assert village.stage(listed) == "approved"


def test_a_student_is_sent_back_completed_and_paid_by_semester_and_another_refused(
    visit: Visit, village: Village, person: Callable[[Role], UUID]
) -> None:
    with transaction.atomic():
        village.list("near_poor", 0, 1)
        asked, left = village.student(papers=()), village.student(of=1, papers=())
        village.confirmed(asked, left)
        take_in(**village.envelope(OFFICER), applications=(asked, left))
    page = visit(f"/ho-so-vay/{left}/", person=person(Role.CREDIT_OFFICER))
    page.get_by_text("Từ chối hoặc trả lại để bổ sung").click()
    page.get_by_label("Lý do, nội dung cần bổ sung").fill("Đã thôi học")
    page.get_by_role("button", name="Từ chối", exact=True).click()
    expect(page.get_by_text("Đã từ chối, có ghi lý do.")).to_be_visible()
    assert village.stage(left) == "refused"
    page = visit(f"/ho-so-vay/{asked}/", person=person(Role.CREDIT_OFFICER))
    expect(page.get_by_text("Đề nghị xin nhà trường cấp giấy xác nhận.")).to_be_visible()
    page.get_by_label("Ý kiến thẩm định").fill("Đủ điều kiện")
    page.get_by_role("button", name="Ghi thẩm định").click()
    expect(page.get_by_text("Chưa đủ điều kiện").first).to_be_visible()
    page.get_by_text("Từ chối hoặc trả lại để bổ sung").click()
    page.get_by_label("Lý do, nội dung cần bổ sung").fill("Thiếu giấy xác nhận của nhà trường")
    page.get_by_role("button", name="Trả lại để bổ sung").click()
    expect(page.get_by_text("Đã trả hồ sơ để bổ sung.")).to_be_visible()
    page.get_by_text("Bổ sung giấy tờ").click()
    page.get_by_label("Số giấy tờ").fill("112/XN-ĐHLH")
    page.get_by_role("button", name="Bổ sung", exact=True).click()
    expect(page.get_by_text("Đã bổ sung giấy tờ.")).to_be_visible()
    page.get_by_role("button", name="Đã bổ sung, chuyển tiếp").click()
    expect(page.get_by_text("Hồ sơ đã được bổ sung và chuyển tiếp.")).to_be_visible()
    with transaction.atomic():
        village.at = clock.now()
        village.approved(asked)
        village.signed(asked)
    page = visit(f"/ho-so-vay/{asked}/", person=person(Role.TELLER))
    page.get_by_role("button", name="Giải ngân").first.click()
    expect(page.get_by_text("Đã giải ngân.", exact=True)).to_be_visible()
    assert Tranche.objects.filter(application=asked, disbursement__isnull=False).count() == 1


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


def test_the_road_shuts_nobody_out(visit: Visit, village: Village, person: Callable[[Role], UUID]) -> None:
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
        assert barriers(visit, *paths, person=person(role)) == []


def _line(page: Page, number: int) -> Page:
    return page.get_by_role("listitem").filter(has_text=f"Trần Thị Hoa {number}")  # type: ignore[return-value]


def _leave_out(page: Page, number: int, *, keys: tuple[str, ...], instead: int, reason: str) -> None:
    """With the keyboard alone: to the line, down the choices, into the reason, on to the next line."""
    for key in keys:
        page.keyboard.press(key)
    expect(_line(page, number).get_by_label("Thay vì xác nhận")).to_be_focused()
    for _ in range(instead):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(reason)
    page.keyboard.press("Enter")
