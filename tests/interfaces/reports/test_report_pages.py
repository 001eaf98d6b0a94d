"""The pages on which a unit writes, proves, fills and hands in its report."""

import io
import re
from datetime import timedelta
from uuid import UUID

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.workplan.models import Concern, Entry, Evidence, Figure, Obligation, Round, Submission
from dongvon.domain.workplan.operations.attach_evidence import attach_evidence
from dongvon.domain.workplan.operations.detach_evidence import detach_evidence
from dongvon.domain.workplan.operations.return_ import ClauseRemark, return_
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.operations.write import write
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.kernel.ids import new_id
from tests.interfaces.reports.conftest import SignedIn
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting, moments

HTMX = {"HTTP_HX_REQUEST": "true"}


def key() -> dict[str, str]:
    return {"key": str(new_id())}


def entry_words(narrative: str, *, expects: int = 0) -> dict[str, object]:
    return {**key(), "status": "done", "narrative": narrative, "assessment": "", "expects": expects}


def save(world: Reporting, browser: Client, report: UUID, code: str, narrative: str, *, expects: int = 0, **extra: str):  # type: ignore[no-untyped-def]
    place = f"/bao-cao/{report}/nhiem-vu/{world.clauses[code]}/"
    return browser.post(place, entry_words(narrative, expects=expects), **extra)


def test_what_is_owed_leads_to_a_beginning(world: Reporting, signed_in: SignedIn) -> None:
    browser = signed_in("hoa")
    listed = browser.get("/bao-cao/").content.decode()
    assert "Báo cáo năm 2026" in listed
    assert "Chưa soạn" in listed
    assert "Trảng Bom" not in listed
    assert "Bắt đầu soạn" in browser.get(f"/bao-cao/ky/{world.round}/").content.decode()
    own = world.city.units[LONG_BINH]
    begun = browser.post(f"/bao-cao/ky/{world.round}/{own}/bat-dau/", key(), follow=True)
    assert begun.status_code == 200
    assert "Tổ chức quán triệt" in begun.content.decode()
    assert browser.get(f"/bao-cao/ky/{world.round}/").status_code == 302


def test_a_round_that_has_not_opened_comes_last_and_cannot_be_begun(world: Reporting, signed_in: SignedIn) -> None:
    later = moments(world.at + timedelta(days=365))
    coming = Round.objects.create(
        plan_id=world.plan, kind="annual", year=2027, title="Báo cáo năm 2027", basis="Mục III", **later
    )
    clause, own = world.clauses["1a"], world.city.units[LONG_BINH]
    Obligation.objects.create(
        plan_id=world.plan, clause_id=clause, round=coming, unit_id=own, reporter_id=own, role="implement",
        responsible_role="unit_head", evidence_owed=False, **later,
    )  # fmt: skip
    browser = signed_in("hoa")
    listed = browser.get("/bao-cao/").content.decode()
    assert listed.index("Báo cáo năm 2026") < listed.index("Báo cáo năm 2027") < listed.index("Chưa đến kỳ")
    assert "đã xong" not in listed
    assert "Kỳ báo cáo chưa mở" in browser.get(f"/bao-cao/ky/{coming.pk}/").content.decode()
    begun = browser.post(f"/bao-cao/ky/{coming.pk}/{own}/bat-dau/", key(), follow=True).content.decode()
    assert "đề nghị quay lại sau thời điểm đó" in begun


def test_another_units_report_is_not_there(world: Reporting, signed_in: SignedIn) -> None:
    report = world.report("mai", reporter=TRANG_BOM)
    browser = signed_in("hoa")
    for place in ("", "so-lieu/", "nop/", "so-lieu/bieu-mau.xlsx"):
        assert browser.get(f"/bao-cao/{report}/{place}").status_code == 404
    assert signed_in("nam").get(f"/bao-cao/{report}/").status_code == 200


def test_autosave_answers_with_the_hour_and_a_fresh_form(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    saved = save(world, browser, report, "1a", "Đã mở 3 hội nghị", **HTMX)
    words = saved.content.decode()
    assert re.search(r"Đã lưu \d\d:\d\d", words)
    assert 'name="expects" value="1"' in words
    assert Entry.objects.get().narrative == "Đã mở 3 hội nghị"
    again = save(world, browser, report, "1a", "Đã mở 4 hội nghị", expects=1, **HTMX)
    assert again.status_code == 200


def test_without_scripts_saving_returns_to_the_page(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    place = f"/bao-cao/{report}/nhiem-vu/{world.clauses['1a']}/"
    saved = browser.post(place, {**entry_words("Xong"), "then": "next"}, follow=True)
    assert saved.redirect_chain[0][0].endswith("?nhiem_vu=3d")
    assert "Đã lưu nhiệm vụ 1a." in saved.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_two_people_on_one_entry_see_both_texts(world: Reporting, signed_in: SignedIn, headers: dict[str, str]) -> None:
    report = world.report()
    words = {"report": report, "clause": world.clauses["1a"], "expects": 0, "status": "done"}
    write(**world.envelope("tung"), **words, narrative="Đã mở ba hội nghị")
    told = save(world, signed_in("hoa"), report, "1a", "Đã mở bốn hội nghị", **headers)
    page = told.content.decode()
    assert told.status_code == 422
    assert "<del>ba </del>" in page
    assert "<ins>bốn </ins>" in page
    assert "Trần Thị Tung" in page
    assert 'name="expects" value="1"' in page
    kept = save(world, signed_in("hoa"), report, "1a", "Đã mở bốn hội nghị", expects=1)
    assert kept.status_code == 302
    assert Entry.objects.get().narrative == "Đã mở bốn hội nghị"


def test_the_grid_stores_numbers_or_says_what_is_wrong(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    cells = {f"value-{world.slots['hoi-nghi']}": "12", f"value-{world.slots['von']}": "mười"}
    refused = browser.post(f"/bao-cao/{report}/so-lieu/nhap/", {**key(), **cells, "expects": 0})
    assert refused.status_code == 422
    assert "không phải là số" in refused.content.decode()
    assert 'value="mười"' in refused.content.decode()
    assert not Figure.objects.exists()
    cells[f"value-{world.slots['von']}"] = "1.500,5"
    assert browser.post(f"/bao-cao/{report}/so-lieu/nhap/", {**key(), **cells, "expects": 0}).status_code == 302
    assert set(Figure.objects.values_list("value", flat=True)) == {12, 1_500_500_000}


def test_two_people_on_one_figure_see_both_numbers(world: Reporting, signed_in: SignedIn) -> None:
    report, cell = world.report(), f"value-{world.slots['hoi-nghi']}"
    place = f"/bao-cao/{report}/so-lieu/nhap/"
    signed_in("tung").post(place, {**key(), cell: "9", "expects": 0})
    told = signed_in("hoa").post(place, {**key(), cell: "8", "expects": 0})
    assert told.status_code == 422
    assert "Bản của Trần Thị Tung" in told.content.decode()
    assert 'name="expects" value="1"' in told.content.decode()
    assert Figure.objects.get().value == 9


def test_a_pasted_block_fills_the_grid(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    place = f"/bao-cao/{report}/so-lieu/dan/"
    wrong = browser.post(place, {**key(), "text": "12\nx", "start": 1, "expects": 0})
    assert "Dòng 2, cột 1" in wrong.content.decode()
    assert not Figure.objects.exists()
    browser.post(place, {**key(), "text": "12\n1.500\n21,5\n", "start": 1, "expects": 0})
    assert Figure.objects.count() == 3


def test_blank_cells_are_not_told_as_saved(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    cells = {f"value-{world.slots['hoi-nghi']}": "12", f"value-{world.slots['von']}": ""}
    told = browser.post(f"/bao-cao/{report}/so-lieu/nhap/", {**key(), **cells, "expects": 0}, follow=True)
    assert "Đã lưu 1 số liệu." in told.content.decode()


def test_the_workbook_goes_down_and_comes_back(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    got = browser.get(f"/bao-cao/{report}/so-lieu/bieu-mau.xlsx")
    assert "attachment" in got["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(got.content))
    book["Số liệu"]["G6"], book["Số liệu"]["G7"] = 5, "không rõ"
    refused = browser.post(f"/bao-cao/{report}/so-lieu/gui-bieu/", {**key(), "file": uploaded(book)})
    assert "Ô G7" in refused.content.decode()
    assert not Figure.objects.exists()
    book["Số liệu"]["G7"] = 7
    assert browser.post(f"/bao-cao/{report}/so-lieu/gui-bieu/", {**key(), "file": uploaded(book)}).status_code == 302
    assert Figure.objects.count() == 2
    nonsense = SimpleUploadedFile("a.xlsx", b"PK\x03\x04nothing")
    told = browser.post(f"/bao-cao/{report}/so-lieu/gui-bieu/", {**key(), "file": nonsense})
    assert "Không đọc được tệp này" in told.content.decode()


def uploaded(book: openpyxl.Workbook) -> SimpleUploadedFile:
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("bieu.xlsx", out.getvalue())


def test_evidence_is_added_downloaded_and_taken_out(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    place = f"/bao-cao/{report}/nhiem-vu/{world.clauses['1a']}/minh-chung/"
    given = SimpleUploadedFile("kết quả.pdf", b"%PDF-1.7 x")
    page = browser.post(place, {**key(), "file": given, "nhiem_vu": "1a"}, follow=True).content.decode()
    assert "kết quả.pdf" in page
    piece = Evidence.objects.get()
    got = browser.get(f"/bao-cao/tep/{piece.attachment_id}/")
    assert got.content == b"%PDF-1.7 x"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Disposition"].startswith("attachment")
    assert signed_in("mai").get(f"/bao-cao/tep/{piece.attachment_id}/").status_code == 404
    told = browser.post(place, {**key(), "link": "javascript:alert(1)"}, follow=True).content.decode()
    assert "không phải là đường dẫn" in told
    browser.post(f"/bao-cao/{report}/minh-chung/{piece.pk}/bo/", key())
    assert not Evidence.objects.exists()


def test_a_version_keeps_its_evidence_and_no_other_file_comes_out(world: Reporting, signed_in: SignedIn) -> None:
    """A copy of somebody's paper may be of the same unit; the page of evidence does not hand it out."""
    report = world.report()
    world.fill_in(report)
    given = {"file_name": "a.pdf", "content": b"%PDF-1.7 x"}
    attach_evidence(**world.envelope("hoa"), report=report, clause=world.clauses["3d"], **given)
    submit(**world.envelope("tung"), report=report, expects=edition_of(report))
    return_(**world.envelope("nam"), report=report, comment="Bổ sung")
    piece = Evidence.objects.get(attachment__isnull=False)
    detach_evidence(**world.envelope("hoa"), evidence=piece.pk)
    paper = attach(**world.envelope("hoa"), unit=piece.report.reporter_id, file_name="cccd.pdf", content=b"%PDF-1.7 y")
    browser = signed_in("hoa")
    assert browser.get(f"/bao-cao/tep/{piece.attachment_id}/").status_code == 200
    assert browser.get(f"/bao-cao/tep/{paper}/").status_code == 404


def test_concerns_are_said_and_taken_back(world: Reporting, signed_in: SignedIn) -> None:
    report, browser = world.report(), signed_in("hoa")
    place = f"/bao-cao/{report}/y-kien/"
    assert browser.post(place, {**key(), "kind": "difficulty", "text": ""}).status_code == 422
    said = {"kind": "difficulty", "clause": str(world.clauses["3d"]), "text": "Thiếu vốn"}
    assert browser.post(place, {**key(), **said}).status_code == 302
    concern = Concern.objects.get()
    assert "Thiếu vốn" in browser.get(f"/bao-cao/{report}/").content.decode()
    browser.post(f"/bao-cao/{report}/y-kien/{concern.pk}/bo/", key())
    assert "Thiếu vốn" not in browser.get(f"/bao-cao/{report}/").content.decode()


def test_handing_in_asks_for_completeness_and_a_confirmation(world: Reporting, signed_in: SignedIn) -> None:
    report = world.report()
    head = signed_in("tung")
    assert "Còn thiếu, chưa nộp được" in head.get(f"/bao-cao/{report}/nop/").content.decode()
    world.fill_in(report)
    assert "Thủ trưởng đơn vị là người nộp" in signed_in("hoa").get(f"/bao-cao/{report}/nop/").content.decode()
    page = head.get(f"/bao-cao/{report}/nop/").content.decode()
    expects = re.search(r'name="expects" value="(\d+)"', page)
    assert expects
    place, seen = f"/bao-cao/{report}/nop/gui/", {"expects": expects[1]}
    assert head.post(place, {**key(), **seen}).status_code == 422
    assert head.post(place, {**key(), "expects": "0", "confirmed": "on"}).status_code == 422
    assert "Đã nộp báo cáo" in head.post(place, {**key(), **seen, "confirmed": "on"}, follow=True).content.decode()
    assert Submission.objects.count() == 1
    assert signed_in("hoa").post(place, {**key(), **seen, "confirmed": "on"}).status_code == 403


def test_on_behalf_is_shown_as_such(world: Reporting, signed_in: SignedIn) -> None:
    report = world.report("nam")
    world.fill_in(report, "nam")
    browser = signed_in("nam")
    assert "Bạn đang lập thay đơn vị khác" in browser.get(f"/bao-cao/{report}/").content.decode()
    page = browser.get(f"/bao-cao/{report}/nop/").content.decode()
    assert "Nộp thay đơn vị" in page
    expects = re.search(r'name="expects" value="(\d+)"', page)
    assert expects
    browser.post(f"/bao-cao/{report}/nop/gui/", {**key(), "expects": expects[1], "confirmed": "on"})
    assert "Nộp thay" in signed_in("hoa").get("/bao-cao/").content.decode()


def test_a_returned_report_shows_the_remarks_and_its_versions(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    remark = ClauseRemark(clause=world.clauses["3d"], text="Thiếu quyết định giao vốn")
    return_(**world.envelope("nam"), report=report, comment="Bổ sung hồ sơ", remarks=(remark,))
    page = signed_in("hoa").get(f"/bao-cao/{report}/?nhiem_vu=3d").content.decode()
    assert "Bổ sung hồ sơ" in page
    assert "Thiếu quyết định giao vốn" in page
    submission = Submission.objects.get()
    version = signed_in("hoa").get(f"/bao-cao/phien-ban/{submission.pk}/").content.decode()
    assert submission.content_hash in version
    assert "Đã thực hiện nhiệm vụ 4d." in version
    assert signed_in("mai").get(f"/bao-cao/phien-ban/{submission.pk}/").status_code == 404


@pytest.mark.parametrize("place", ["", "?xem=tat-ca", "so-lieu/", "nop/"])
def test_pages_have_budgets(
    world: Reporting, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries, place: str
) -> None:
    report, browser = world.report(), signed_in("hoa")
    world.fill_in(report)
    with django_assert_max_num_queries(32):
        assert browser.get(f"/bao-cao/{report}/{place}").status_code == 200
