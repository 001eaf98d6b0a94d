"""Pages of concerns: the branch's inbox, a unit's own, the leaders' decisions."""

from uuid import UUID

from pytest_django import DjangoAssertNumQueries

from dongvon.domain.workplan.models import Answer, Concern, ConcernGroup, Decision, Escalation
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.kernel.ids import new_id
from tests.interfaces.reports.conftest import SignedIn
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting


def key() -> dict[str, str]:
    return {"key": str(new_id())}


def raised(world: Reporting, name: str = "hoa", *, text: str = "Thiếu vốn ủy thác") -> UUID:
    unit = world.city.units[LONG_BINH if name == "hoa" else TRANG_BOM]
    said = {"plan": world.plan, "unit": unit, "kind": "difficulty", "text": text}
    return raise_concern(**world.envelope(name), **said, clause=world.clauses["3d"])


def test_a_unit_raises_and_reads_the_answer(world: Reporting, signed_in: SignedIn) -> None:
    browser = signed_in("hoa")
    said = {"kind": "proposal", "clause": str(world.clauses["1a"]), "text": "Bổ sung tài liệu"}
    assert browser.post("/y-kien/cua-toi/gui/", {**key(), **said, "text": ""}).status_code == 422
    page = browser.post("/y-kien/cua-toi/gui/", {**key(), **said}, follow=True).content.decode()
    assert "Bổ sung tài liệu" in page
    concern = Concern.objects.get()
    branch = signed_in("nam")
    assert "Bổ sung tài liệu" in branch.get("/y-kien/").content.decode()
    branch.post("/y-kien/tra-loi/", {**key(), "concerns": [str(concern.pk)], "text": "Sẽ gửi trong tuần"})
    assert Answer.objects.get().text == "Sẽ gửi trong tuần"
    assert "Sẽ gửi trong tuần" in browser.get("/y-kien/cua-toi/").content.decode()
    assert "Bổ sung tài liệu" not in signed_in("mai").get("/y-kien/cua-toi/").content.decode()


def test_nothing_marked_is_told(world: Reporting, signed_in: SignedIn) -> None:
    raised(world)
    told = signed_in("nam").post("/y-kien/tra-loi/", {**key(), "text": "…"})
    assert told.status_code == 422
    assert "đánh dấu ít nhất một ý kiến" in told.content.decode()


def test_concerns_are_grouped_sent_up_and_decided(world: Reporting, signed_in: SignedIn) -> None:
    both = [str(raised(world)), str(raised(world, "mai"))]
    branch, leader = signed_in("nam"), signed_in("binh")
    branch.post("/y-kien/gop/", {**key(), "concerns": both, "title": "Thiếu vốn ở hai xã"})
    assert ConcernGroup.objects.get().title == "Thiếu vốn ở hai xã"
    branch.post("/y-kien/trinh/", {**key(), "concerns": both, "question": "Bổ sung 10 tỷ đồng?", "advice": "Đồng ý"})
    escalation = Escalation.objects.get()
    assert "Bổ sung 10 tỷ đồng?" in leader.get("/y-kien/cho-quyet-dinh/").content.decode()
    place = f"/y-kien/cho-quyet-dinh/{escalation.pk}/"
    assert f'<option value="{world.clauses["3d"]}"' in leader.get(place).content.decode()
    said = {"text": "Đồng ý bổ sung", "clause": str(world.clauses["3d"]), "document_number": "12/TB-UBND"}
    assert leader.post(f"{place}ghi/", {**key(), **said, "text": ""}).status_code == 422
    assert leader.post(f"{place}ghi/", {**key(), **said}).status_code == 302
    assert Decision.objects.get().clause_id == world.clauses["3d"]
    for name in ("hoa", "mai"):
        assert "Đồng ý bổ sung" in signed_in(name).get("/y-kien/cua-toi/").content.decode()
    assert "12/TB-UBND" in branch.get("/y-kien/?trang_thai=decided").content.decode()
    report = world.report()
    assert "Đồng ý bổ sung" in signed_in("hoa").get(f"/bao-cao/{report}/?nhiem_vu=3d").content.decode()
    assert "Đồng ý bổ sung" not in signed_in("hoa").get(f"/bao-cao/{report}/?nhiem_vu=1a").content.decode()


def test_who_may_act_and_who_may_look(world: Reporting, signed_in: SignedIn) -> None:
    raised(world)
    looked = signed_in("thanh").get("/y-kien/").content.decode()
    assert "Thiếu vốn ủy thác" in looked
    assert "Xử lý ý kiến đã chọn" not in looked
    assert signed_in("hoa").get("/y-kien/").status_code == 403
    assert signed_in("nam").get("/y-kien/cho-quyet-dinh/").status_code == 403


def test_kinds_are_told_apart(world: Reporting, signed_in: SignedIn) -> None:
    raised(world)
    assert "Thiếu vốn" in signed_in("nam").get("/y-kien/?loai=difficulty").content.decode()
    assert "Thiếu vốn" not in signed_in("nam").get("/y-kien/?loai=proposal").content.decode()


def test_a_long_inbox_has_pages(world: Reporting, signed_in: SignedIn) -> None:
    for number in range(21):
        raised(world, text=f"Khó khăn số {number:02}")
    first, last = (signed_in("nam").get(f"/y-kien/?trang={page}").content.decode() for page in (1, 9))
    assert ("Khó khăn số 00" in first, "Khó khăn số 20" in first) == (True, False)
    assert ("Khó khăn số 00" in last, "Khó khăn số 20" in last) == (False, True)


def test_the_inbox_does_not_ask_more_for_more_concerns(
    world: Reporting, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = signed_in("nam")
    for number in range(8):
        raised(world, "hoa" if number % 2 else "mai", text=f"Khó khăn số {number}")
    with django_assert_max_num_queries(18):
        assert browser.get("/y-kien/").status_code == 200
