"""The frame and the gallery in a real browser: nobody is shut out, on a desk, on a phone, by keyboard."""

from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import PHONE, Visit, barriers, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_gallery_shuts_nobody_out(visit: Visit) -> None:
    page = visit("/gallery/")
    assert page.evaluate("scrollY") == 0, "an example took the focus"
    assert barriers(visit, "/gallery/") == []


def test_home_shuts_nobody_out(visit: Visit, mai: UUID) -> None:
    page = visit("/", person=mai)
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc hôm nay")
    assert barriers(visit, "/", person=mai) == []


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit("/gallery/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+?")
    expect(page.locator("#keys")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("[data-search]").first).to_be_focused()


def test_arrows_walk_through_a_table(visit: Visit) -> None:
    page = visit("/gallery/")
    cells = page.locator("#matrix_cell a.mx")
    cells.first.focus()
    page.keyboard.press("ArrowRight")
    expect(cells.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#matrix_cell tr", has_text="Đăk Nhau").locator("a").first).to_be_focused()


def test_without_scripts_windows_still_open(visit: Visit) -> None:
    page = visit("/gallery/", java_script_enabled=False)
    page.locator("#dialog a[data-opens]").click()
    expect(page.locator("#tra-lai-mau")).to_be_visible()
    page.locator("#tra-lai-mau [data-closes]").click()
    expect(page.locator("#tra-lai-mau")).to_be_hidden()


def test_on_a_phone_the_menu_opens_and_closes(visit: Visit, mai: UUID) -> None:
    page = visit("/", person=mai, size=PHONE, java_script_enabled=False)
    place = page.locator("#side").get_by_role("link", name="Việc hôm nay")
    expect(place).to_be_hidden()
    page.get_by_role("link", name="Mở trình đơn").click()
    expect(place).to_be_visible()
    page.get_by_role("link", name="Đóng trình đơn").click()
    expect(place).to_be_hidden()


def test_touch_targets_are_large_on_a_phone(visit: Visit, mai: UUID) -> None:
    page = visit("/", person=mai, size=PHONE)
    small = """() => [...document.querySelectorAll("header a, header button, header summary, .btn, nav.side a")]
        .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 36)).map(([name]) => name)"""
    assert page.evaluate(small) == []


def test_paper_gets_the_content_alone(visit: Visit) -> None:
    page = visit("/gallery/")
    page.emulate_media(media="print")
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator("#badge .example .badge").first).to_be_visible()
