"""The branch defines the figures that clauses ask for."""

from dongvon.domain.workplan.models import Slot
from dongvon.kernel.ids import new_id
from tests.interfaces.reports.conftest import SignedIn
from tests.reporting import Reporting


def slot_words(world: Reporting, **words: object) -> dict[str, object]:
    given = {
        "key": str(new_id()), "clause": str(world.clauses["4d"]), "name": "Số điểm giao dịch", "code": "diem-giao-dich",
        "unit_of_measure": "điểm", "kind": "count", "multiplier": "1", "aggregate": "sum",
        "definition": "Số điểm giao dịch hoạt động đến cuối kỳ", "target": "", "bodies": ["ubnd"],
    }  # fmt: skip
    return given | words


def test_a_slot_is_defined_and_reaches_the_units(world: Reporting, signed_in: SignedIn) -> None:
    branch = signed_in("nam")
    assert "Vốn ngân sách ủy thác" in branch.get("/chi-tieu/").content.decode()
    page = branch.post("/chi-tieu/them/", slot_words(world), follow=True).content.decode()
    assert "Số điểm giao dịch hoạt động đến cuối kỳ" in page
    report = world.report()
    assert "Số điểm giao dịch" in signed_in("hoa").get(f"/bao-cao/{report}/so-lieu/").content.decode()


def test_a_slot_for_other_bodies_is_not_asked(world: Reporting, signed_in: SignedIn) -> None:
    signed_in("nam").post("/chi-tieu/them/", slot_words(world, bodies=["thue"]))
    report = world.report()
    assert "Số điểm giao dịch" not in signed_in("hoa").get(f"/bao-cao/{report}/so-lieu/").content.decode()


def test_a_code_taken_or_a_missing_definition_come_back(world: Reporting, signed_in: SignedIn) -> None:
    branch = signed_in("nam")
    told = branch.post("/chi-tieu/them/", slot_words(world, code="von"))
    assert (told.status_code, "đã có trong kế hoạch" in told.content.decode()) == (422, True)
    assert branch.post("/chi-tieu/them/", slot_words(world, definition="")).status_code == 422
    assert Slot.objects.count() == 3


def test_units_do_not_define(world: Reporting, signed_in: SignedIn) -> None:
    assert signed_in("tung").get("/chi-tieu/").status_code == 403


def test_bodies_are_offered_without_the_blanks_of_their_names(world: Reporting, signed_in: SignedIn) -> None:
    page = signed_in("nam").get("/chi-tieu/").content.decode()
    assert "Văn phòng UBND" in page  # its name in the units' vocabulary has a blank for the city's rank
    assert "{" not in page.partition("<main")[2].partition("</main>")[0]
