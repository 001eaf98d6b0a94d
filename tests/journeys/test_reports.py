"""A report in a real browser: written, pasted, proved, handed in, judged; by keyboard, on a phone, without scripts."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction
from playwright.sync_api import Browser, expect

from dongvon.domain.workplan.models import Entry, Evidence, Figure, Report
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.write import write
from dongvon.kernel import clock
from tests.journeys.axe import DESK, PHONE, Visit, barriers, violations
from tests.journeys.conftest import open_window
from tests.operations.units.city import City
from tests.reporting import LONG_BINH, PEOPLE, Reporting, build_reporting

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASTE = """([field, text]) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", text);
    document.querySelector(field).dispatchEvent(
        new ClipboardEvent("paste", {clipboardData: carried, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def world(city: City) -> Reporting:
    with transaction.atomic():
        built = build_reporting(city, at=clock.now())
        for name in PEOPLE:
            built.actor(name)
        return built


@pytest.fixture
def draft(world: Reporting) -> UUID:
    with transaction.atomic():
        return world.report()


@pytest.fixture
def handed_in(world: Reporting) -> UUID:
    with transaction.atomic():
        report = world.handed_in()
        said = {"plan": world.plan, "unit": world.city.units[LONG_BINH], "kind": "difficulty", "text": "Thiếu vốn"}
        raise_concern(**world.envelope("hoa"), **said)
        return report


def person(world: Reporting, name: str) -> UUID:
    return world.actor(name).person


def test_writing_shuts_nobody_out(visit: Visit, world: Reporting, draft: UUID) -> None:
    places = ("/bao-cao/", f"/bao-cao/{draft}/", f"/bao-cao/{draft}/so-lieu/", f"/bao-cao/{draft}/nop/")
    assert barriers(visit, *places, person=person(world, "tung")) == []


def test_judging_shuts_nobody_out(visit: Visit, world: Reporting, handed_in: UUID) -> None:
    places = ("/xet-duyet/", f"/xet-duyet/{handed_in}/", "/y-kien/", "/chi-tieu/", f"/bao-cao/{handed_in}/")
    assert barriers(visit, *places, person=person(world, "nam")) == []


def test_what_is_typed_saves_itself(visit: Visit, world: Reporting, draft: UUID) -> None:
    page = visit(f"/bao-cao/{draft}/?nhiem_vu=1a", person=person(world, "hoa"))
    page.get_by_label("Đã hoàn thành").check()
    for words in ("Đã mở 3 hội nghị", "Đã mở 3 hội nghị, 120 người dự"):
        page.get_by_label("Kết quả thực hiện").fill(words)
        expect(page.locator("#saved-1a")).to_have_text("Đang sửa, sẽ tự lưu…")
        expect(page.locator("#saved-1a")).to_contain_text("Đã lưu", timeout=10_000)
    assert Entry.objects.get().narrative == "Đã mở 3 hội nghị, 120 người dự"
    expect(page.get_by_text("thiếu minh chứng")).to_be_visible()


def test_a_block_is_pasted_straight_into_the_grid(visit: Visit, world: Reporting, draft: UUID) -> None:
    page = visit(f"/bao-cao/{draft}/so-lieu/", person=person(world, "hoa"))
    page.evaluate(PASTE, ["input[data-row='1']", "12\n1.500\n21,5\n"])
    expect(page.get_by_text("Đã lưu 3 số liệu.")).to_be_visible()
    assert set(Figure.objects.values_list("value", flat=True)) == {12, 1_500_000_000, 21.5}


def test_a_chosen_file_is_sent_at_once(visit: Visit, world: Reporting, draft: UUID, tmp_path: Path) -> None:
    proof = tmp_path / "ket-qua.pdf"
    proof.write_bytes(b"%PDF-1.7 x")
    page = visit(f"/bao-cao/{draft}/?nhiem_vu=1a", person=person(world, "hoa"))
    page.locator("input[type=file]").set_input_files(proof)
    expect(page.get_by_role("link", name="ket-qua.pdf")).to_be_visible()
    assert Evidence.objects.get().title == "ket-qua.pdf"


def test_the_head_hands_in_without_scripts(visit: Visit, world: Reporting) -> None:
    with transaction.atomic():
        report = world.report()
        world.fill_in(report)
    page = visit(f"/bao-cao/{report}/", person=person(world, "tung"), size=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Kiểm tra và nộp").click()
    page.get_by_label("Tôi đã đọc toàn bộ báo cáo").check()
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.get_by_text("Báo cáo đã nộp, đang chờ")).to_be_visible()
    assert Report.objects.get(pk=report).state == "submitted"


def test_the_branch_accepts_by_keyboard(visit: Visit, world: Reporting, handed_in: UUID) -> None:
    page = visit("/xet-duyet/", person=person(world, "nam"))
    page.get_by_role("link", name="UBND xã Tân Triều").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("UBND xã Tân Triều")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("c")
    expect(page.get_by_text("Đã chấp nhận báo cáo.")).to_be_visible()
    assert Report.objects.get(pk=handed_in).state == "accepted"


def test_the_second_writer_is_shown_both_texts(browser: Browser, site: str, world: Reporting, draft: UUID) -> None:
    page = open_window(browser, site, person=person(world, "hoa"), viewport=DESK)  # which may complain
    page.goto(f"{site}/bao-cao/{draft}/?nhiem_vu=1a")
    words = {"report": draft, "clause": world.clauses["1a"], "expects": 0, "status": "done"}
    with transaction.atomic():
        write(**world.envelope("tung"), **words, narrative="Đã mở ba hội nghị")
    page.get_by_label("Kết quả thực hiện").fill("Đã mở bốn hội nghị")
    expect(page.get_by_text("Bản của bạn chưa được lưu")).to_be_visible(timeout=10_000)
    expect(page.locator(".diff ins")).to_have_text("bốn ")
    page.evaluate("scrollTo(0, 0)")  # nothing half hidden by the bar
    assert violations(page) == []
    page.get_by_role("button", name="Lưu bản này thay cho bản kia").click()
    expect(page.get_by_text("Đã lưu nhiệm vụ 1a.")).to_be_visible()
    assert Entry.objects.get().narrative == "Đã mở bốn hội nghị"


def test_words_typed_without_a_connection_are_saved_when_it_returns(
    browser: Browser, site: str, world: Reporting, draft: UUID
) -> None:
    page = open_window(browser, site, person=person(world, "hoa"), viewport=DESK)  # which may complain
    page.goto(f"{site}/bao-cao/{draft}/?nhiem_vu=1a")
    page.context.set_offline(True)
    page.get_by_label("Kết quả thực hiện").fill("Viết trên xe")
    expect(page.locator("#saved-1a")).to_contain_text("mất kết nối", timeout=10_000)
    page.context.set_offline(False)
    expect(page.locator("#saved-1a")).to_contain_text("Đã lưu", timeout=10_000)
    assert Entry.objects.get().narrative == "Viết trên xe"
