"""The branch's review desk: queue, last year beside, remarks, acceptance, reopening, reporting in a unit's place."""

import re
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dongvon.domain.workplan.models import Acceptance, Remark, Report, Return, Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.kernel.ids import new_id
from tests.interfaces.reports.conftest import SignedIn
from tests.reporting import Reporting


def key() -> dict[str, str]:
    return {"key": str(new_id())}


def judge(browser: Client, report: UUID, verdict: str, **words: str):  # type: ignore[no-untyped-def]
    content_hash = Submission.objects.filter(report=report).latest("number").content_hash
    given = {**key(), "content_hash": content_hash, "verdict": verdict, **words}
    return browser.post(f"/xet-duyet/{report}/quyet-dinh/", given, follow=True)


def test_the_queue_leads_to_the_desk(world: Reporting, signed_in: SignedIn) -> None:
    browser = signed_in("nam")
    assert "Không có báo cáo chờ xem xét" in browser.get("/xet-duyet/").content.decode()
    report = world.handed_in()
    assert f"/xet-duyet/{report}/" in browser.get("/xet-duyet/").content.decode()
    page = browser.get(f"/xet-duyet/{report}/").content.decode()
    assert "Đã thực hiện nhiệm vụ 3d." in page
    assert "Không có báo cáo kỳ trước." in page


def test_only_the_branch_judges(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    for name in ("hoa", "tung", "thanh", "binh"):
        assert signed_in(name).get(f"/xet-duyet/{report}/").status_code == 403


def test_a_return_carries_a_remark_on_a_clause(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    remark = {f"remark-{world.clauses['3d']}": "Thiếu quyết định giao vốn"}
    page = judge(signed_in("nam"), report, "return", **remark)
    assert "Đã trả lại báo cáo" in page.content.decode()
    assert Remark.objects.get().text == "Thiếu quyết định giao vốn"
    assert Report.objects.get(pk=report).state == "returned"


def test_a_return_without_a_word_comes_back(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    page = judge(signed_in("nam"), report, "return")
    assert page.status_code == 422
    assert "cần nêu lý do chung" in page.content.decode()
    assert not Return.objects.exists()


def test_acceptance_ends_the_waiting(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    assert "Đã chấp nhận báo cáo." in judge(signed_in("nam"), report, "accept").content.decode()
    assert Acceptance.objects.get().submission.report_id == report
    assert "Chi nhánh đã chấp nhận" in signed_in("hoa").get(f"/bao-cao/{report}/").content.decode()


def test_who_handed_in_is_told_to_ask_a_colleague(world: Reporting, signed_in: SignedIn) -> None:
    report = world.report("nam")
    world.fill_in(report, "nam")
    browser = signed_in("nam")
    expects = re.search(r'name="expects" value="(\d+)"', browser.get(f"/bao-cao/{report}/nop/").content.decode())
    assert expects
    browser.post(f"/bao-cao/{report}/nop/gui/", {**key(), "expects": expects[1], "confirmed": "on"})
    assert "Bạn là người nộp báo cáo này" in browser.get(f"/xet-duyet/{report}/").content.decode()
    assert judge(browser, report, "accept").status_code == 422
    assert judge(signed_in("lan"), report, "accept").status_code == 200


def test_the_director_reopens_what_was_accepted(world: Reporting, signed_in: SignedIn) -> None:
    report = world.handed_in()
    content_hash = Submission.objects.get().content_hash
    accept(**world.envelope("nam"), report=report, content_hash=content_hash)
    assert "Mở lại báo cáo đã chấp nhận" not in signed_in("nam").get(f"/xet-duyet/{report}/").content.decode()
    browser, place = signed_in("lan"), f"/xet-duyet/{report}/mo-lai/"
    assert browser.post(place, {**key(), "reason": "Sai số", "until_on": "01/01/2020"}).status_code == 422
    assert browser.post(place, {**key(), "reason": "Sai số", "until_on": "01/01/2099"}).status_code == 302
    assert Report.objects.get(pk=report).state == "draft"


def test_a_round_shows_every_unit_and_who_may_be_stood_in_for(world: Reporting, signed_in: SignedIn) -> None:
    page = signed_in("nam").get(f"/xet-duyet/ky/{world.round}/").content.decode()
    assert "UBND xã Trảng Bom" in page
    assert "Lập thay" in page


def test_the_desk_has_a_budget(
    world: Reporting, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    report, browser = world.handed_in(), signed_in("nam")
    for place, budget in (("/xet-duyet/", 15), (f"/xet-duyet/{report}/", 31), (f"/xet-duyet/ky/{world.round}/", 14)):
        with django_assert_max_num_queries(budget):
            assert browser.get(place).status_code == 200


@pytest.mark.parametrize("verdict", ["accept", "return"])
def test_a_verdict_on_what_is_gone_leads_back(world: Reporting, signed_in: SignedIn, verdict: str) -> None:
    report = world.report()
    browser = signed_in("nam")
    assert browser.get(f"/xet-duyet/{report}/").status_code == 404
    assert browser.post(f"/xet-duyet/{report}/quyet-dinh/", {**key(), "verdict": verdict}).status_code == 302
