"""The pages of the road: what each desk shows, what each act does, and what they cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.lending.models import Application, Tranche
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.road.conftest import Signed, place
from tests.operations.lending.village import MILLION, OFFICER, Village

pytestmark = pytest.mark.django_db


def sent(**values: object) -> dict[str, str]:
    return {"key": str(new_id()), **{name: str(value) for name, value in values.items()}}


def test_the_chair_confirms_the_whole_list_on_one_screen(village: Village, as_: Signed) -> None:
    village.list("poor", 0)
    listed, unlisted = village.ask(of=0), village.ask(of=1)
    village.screened(listed, unlisted)
    chair = as_(Role.COMMUNE_CHAIR)
    page = chair.get("/ho-so-vay/xac-nhan/").content.decode()
    assert "hộ nghèo · 12/QĐ-UBND" in page
    assert "Không có tên trong danh sách còn hiệu lực: hộ nghèo." in page
    values = sent(confirm=listed, **{f"seen-{listed}": "eligible", f"seen-{unlisted}": "ineligible"})
    values |= {f"otherwise-{unlisted}": "decline", f"reason-{unlisted}": "Không có tên trong danh sách"}
    assert chair.post("/ho-so-vay/xac-nhan/ghi/", values).status_code == 302
    assert (village.stage(listed), village.stage(unlisted)) == ("confirmed", "refused")


def test_only_lines_that_match_are_marked_from_the_start(village: Village, as_: Signed) -> None:
    village.list("poor", 0)
    listed, unlisted = village.ask(of=0), village.ask(of=1)
    village.screened(listed, unlisted)
    page = as_(Role.COMMUNE_CHAIR).get("/ho-so-vay/xac-nhan/").content.decode()
    assert re.findall(r'name="confirm"[^>]* value="([^"]+)"[^>]* checked', page) == [str(listed)]
    assert "Cần xem kỹ: 1" in page.replace("</svg>", "")
    assert f'name="confirm" value="{unlisted}"' not in page


def test_a_line_turned_away_without_a_reason_comes_back_with_all_that_was_marked(village: Village, as_: Signed) -> None:
    village.list("poor", 0, 1, 2)
    asked = [village.ask(of=each) for each in range(3)]
    village.screened(*asked)
    values = sent(confirm=asked[0], **{f"seen-{each}": "eligible" for each in asked})
    values[f"otherwise-{asked[1]}"] = "send_back"
    answer = as_(Role.COMMUNE_CHAIR).post("/ho-so-vay/xac-nhan/ghi/", values)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.findall(r'name="reason-([^"]+)"[^>]* aria-invalid', page) == [str(asked[1])]
    assert re.findall(r'name="confirm"[^>]* value="([^"]+)"[^>]* checked', page) == [str(asked[0])]
    assert {village.stage(each) for each in asked} == {"screened"}


def test_a_list_certified_while_the_screen_was_open_is_marked(village: Village, as_: Signed) -> None:
    asked = village.ask()
    village.screened(asked)
    chair = as_(Role.COMMUNE_CHAIR)
    village.list("poor", 0)
    values = sent(**{f"otherwise-{asked}": "decline", f"reason-{asked}": "x", f"seen-{asked}": "ineligible"})
    answer = chair.post("/ho-so-vay/xac-nhan/ghi/", values)
    assert answer.status_code == 422
    assert "vừa thay đổi" in answer.content.decode()
    assert village.stage(asked) == "screened"


def test_the_commune_officer_sends_a_line_back_and_does_not_sign(village: Village, as_: Signed) -> None:
    """Sent back for what is missing is no decision; confirming and refusing are the chair's."""
    incomplete, whole = village.ask(of=0), village.ask(of=1)
    village.screened(incomplete, whole)
    officer = as_(Role.COMMUNE_OFFICER)
    page = officer.get("/ho-so-vay/xac-nhan/").content.decode()
    assert ("Ký xác nhận" in page, page.count("<summary>Trả lại để bổ sung")) == (False, 2)
    assert officer.post("/ho-so-vay/xac-nhan/ghi/", sent()).status_code == 403
    assert officer.post(place("tu-choi/", whole), sent(reason="x")).status_code == 403
    assert officer.post(place("tra-lai/", incomplete), sent(reason="Thiếu chữ ký")).status_code == 302
    assert (village.stage(incomplete), village.stage(whole)) == ("returned", "screened")
    village.list("poor", 2)
    village.confirmed(village.ask(of=2))
    (confirmed,) = Application.objects.filter(stage="confirmed")
    assert officer.post(place("tra-lai/", confirmed.id), sent(reason="x")).status_code == 422


def test_the_bank_walks_a_file_to_the_contract(village: Village, as_: Signed) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    officer, director = as_(Role.CREDIT_OFFICER), as_(Role.OFFICE_DIRECTOR)
    assert "Nhận các hồ sơ đã chọn" in officer.get("/ho-so-vay/").content.decode()
    assert officer.post("/ho-so-vay/nhan/", sent(applications=asked)).status_code == 302
    found = sent(amount="40.000.000", term_months=36, opinion="Khả thi", seen="eligible")
    assert officer.post(place("tham-dinh/", asked), found).status_code == 302
    assert as_(Role.CREDIT_CONTROLLER).post("/ho-so-vay/kiem-soat/", sent(applications=asked)).status_code == 302
    assert director.post("/ho-so-vay/phe-duyet/", sent(applications=asked)).status_code == 302
    assert Application.objects.get(id=asked).approved == 40 * MILLION
    told = sent(disburse_on="24/11/2026", venue="Điểm giao dịch xã")
    assert officer.post(place("thong-bao/", asked), told).status_code == 302
    signed = sent(contract_number="6600202600000001", signed_on="24/11/2026")
    assert director.post(place("ky/", asked), signed).status_code == 302
    part = Tranche.objects.get(application=asked)
    teller = as_(Role.TELLER)
    assert teller.post(place(f"giai-ngan/{part.id}/", asked), sent()).status_code == 302
    assert village.stage(asked) == "lent"


def test_one_notice_tells_a_commune_of_several_files(village: Village, as_: Signed) -> None:
    village.list("poor", 0, 1)
    asked = [village.ask(of=0), village.ask(of=1)]
    village.confirmed(*asked)
    for each in asked:
        village.approved(each)
    officer = as_(Role.CREDIT_OFFICER)
    assert "Trần Thị Hoa 1" in officer.get("/ho-so-vay/thong-bao/").content.decode()
    values = {
        **sent(disburse_on="30/11/2026", venue="Điểm giao dịch xã"),
        "applications": [str(each) for each in asked],
    }
    assert officer.post("/ho-so-vay/thong-bao/gui/", values).status_code == 302
    assert {village.stage(each) for each in asked} == {"notified"}


def test_an_approval_that_would_overdraw_the_fund_is_told(village: Village, as_: Signed) -> None:
    FundLimit.objects.update(amount=10 * MILLION)
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.controlled(asked)
    director = as_(Role.OFFICE_DIRECTOR)
    assert "10.000.000" in director.get(place("", asked)).content.decode()
    values = sent(amount="50.000.000", term_months=36, seen="eligible")
    answer = director.post(place("phe-duyet/", asked), values)
    assert answer.status_code == 422
    assert "chỉ còn 10.000.000 đồng" in answer.content.decode()


def test_a_file_is_sent_back_and_completed(village: Village, as_: Signed) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    officer = as_(Role.CREDIT_OFFICER)
    assert officer.post(place("tra-lai/", asked), sent(reason="Thiếu 01/UQ")).status_code == 302
    assert "Thiếu 01/UQ" in officer.get(place("", asked)).content.decode()
    assert officer.post(place("bo-sung/", asked), sent(said="Đã nộp")).status_code == 302
    assert village.stage(asked) == "confirmed"


def test_the_explanation_names_rule_record_and_remedy(village: Village, as_: Signed) -> None:
    asked = village.ask(authorisation=None)
    page = as_(Role.CREDIT_OFFICER).get(place("vi-sao/", asked)).content.decode()
    assert "Có tên trong danh sách hộ nghèo của xã" in page
    assert "78/2002/NĐ-CP" in page
    assert "lập giấy ủy quyền 01/UQ" in page


def test_a_household_is_told_what_it_may_borrow(village: Village, as_: Signed) -> None:
    village.list("near_poor", 0)
    page = as_(Role.CREDIT_OFFICER).get(f"/ho-so-vay/ho/{village.households[0]}/").content.decode()
    assert page.index("Hộ cận nghèo") < page.index("Các chương trình chưa đủ điều kiện")


def test_a_request_is_written_down(village: Village, as_: Signed) -> None:
    village.list("poor", 2)
    officer = as_(Role.CREDIT_OFFICER)
    address = f"/ho-so-vay/ho/{village.households[2]}/de-nghi/"
    assert officer.get(address).status_code == 200
    values = sent(
        programme=village.programme("01"),
        borrower=village.people[2],
        amount="30.000.000",
        term_months=24,
        purpose="Nuôi dê",
        signed_on="24/11/2026",
        witness="Điểu Vinh",
        signers=village.people[2],
        family="single",
    )
    assert officer.post(f"{address}gui/", values).status_code == 302
    assert Application.objects.get().amount == 30 * MILLION


def test_a_request_with_faults_comes_back(village: Village, as_: Signed) -> None:
    answer = as_(Role.CREDIT_OFFICER).post(
        f"/ho-so-vay/ho/{village.households[2]}/de-nghi/gui/", sent(school="Trường Đại học")
    )
    assert answer.status_code == 422
    assert "Hãy ghi đủ người học" in answer.content.decode()


def test_a_need_is_said_at_the_door_and_summed_up(village: Village, as_: Signed) -> None:
    officer, household = as_(Role.CREDIT_OFFICER), village.households[4]
    values = sent(programme=village.programme("01"), year=2027, amount="70.000.000", purpose="Nuôi bò")
    address = f"/ho-so-vay/ho/{household}/"
    assert officer.post(f"{address}nhu-cau/", values).status_code == 302
    assert officer.post(f"{address}nhu-cau/", {**values, **sent(amount="80.000.000")}).status_code == 302
    page = officer.get("/ho-so-vay/nhu-cau/?nam=2027").content.decode()
    assert "80.000.000" in page
    assert "70.000.000" not in page


def test_homes_are_drawn_for_in_public(village: Village, as_: Signed) -> None:
    homes = [village.home(of=each) for each in range(3)]
    take_in(**village.envelope(OFFICER), applications=tuple(homes))
    director = as_(Role.OFFICE_DIRECTOR)
    assert "3 hồ sơ đang chờ" in director.get("/ho-so-vay/boc-tham/").content.decode()
    values = sent(plan="940.000.000", seed="17 42 08", held_on="24/11/2026", venue="Hội trường", witnesses="A\nB")
    programme = village.programme("12.mua")
    assert director.post(f"/ho-so-vay/boc-tham/{programme}/", values).status_code == 302
    page = director.get("/ho-so-vay/boc-tham/").content.decode()
    assert (page.count("Được chọn"), page.count("Chờ đợt sau")) == (2, 1)


def _queries(as_: Signed, role: Role, address: str) -> int:
    client = as_(role)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize("address", ["/ho-so-vay/", "/ho-so-vay/xac-nhan/"])
def test_a_desk_costs_the_same_for_many(village: Village, as_: Signed, address: str) -> None:
    role = Role.COMMUNE_CHAIR if "xac-nhan" in address else Role.CREDIT_OFFICER
    village.screened(village.ask(of=0))
    few = _queries(as_, role, address)
    village.screened(*(village.ask(of=each) for each in range(1, 8)))
    assert _queries(as_, role, address) <= few
    assert few <= 28


def test_a_file_page_stays_within_its_budget(village: Village, as_: Signed) -> None:
    asked = village.ask()
    village.screened(asked)
    assert _queries(as_, Role.CREDIT_OFFICER, place("", asked)) <= 35
