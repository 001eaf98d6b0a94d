"""Chị Hà proposes a condition for next year, bà Lan decides, chị Mai reads it with its document and how sure it is."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.lending.models import Condition, Holiday, SpecialArea, StepDeadline
from dongvon.domain.lending.operations.decide_road_rules import OwnRule, decide_road_rules
from dongvon.domain.lending.queries.conditions import offers
from dongvon.domain.lending.queries.routes import working_days
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.law import AT
from tests.operations.lending.village import Village, actor
from tests.operations.units.city import City

PAGE = reverse("conditions:rules")
Entering = Callable[[str, str, Role], Client]


@pytest.fixture
def entering(city: City, village: Village) -> Entering:
    def enter(name: str, unit: str, role: Role) -> Client:
        client = Client()
        sign_in(client, city.person(name, unit=unit, role=role))
        return client

    return enter


@pytest.fixture
def ha(entering: Entering) -> Client:
    return entering("ha", "nhcsxh-chi-nhanh", Role.BRANCH_OFFICER)


@pytest.fixture
def lan(entering: Entering) -> Client:
    return entering("lan", "nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR)


def sent(**changes: str) -> dict[str, str]:
    basis = LegalBasis.objects.get(number="06/2026/NĐ-CP").id
    given = {"from_on": "01/01/2027", "basis": str(basis), "confidence": "confirmed", "key": str(new_id())}
    return {**given, **changes}


def a_condition(village: Village, **changes: str) -> dict[str, str]:
    told = {"programme": str(village.programme("01")), "channel": "", "code": "adult", "check_kind": "age"}
    return sent(**told, title="Người đứng tên vay đủ 20 tuổi", number="20", values="", demanded="on", **changes)


def ages(village: Village, *, on: date) -> list[str]:
    (offer,) = offers(on=on, only=[village.programme("01")])
    return [str(demand.number) for demand in offer.demands if demand.code == "adult"]


def test_a_condition_is_proposed_by_one_decided_by_another_and_begins_on_its_day(
    village: Village, ha: Client, lan: Client
) -> None:
    assert ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village)).status_code == 302
    row = Condition.objects.get(code="adult", programme=village.programme("01"))
    assert ages(village, on=date(2027, 1, 1)) == ["18.000"]
    decision = {"key": str(new_id()), "rules": [str(row.id)], "decision": "grant"}
    assert "Duyệt mục đã chọn" not in ha.get(PAGE).content.decode()
    assert ha.post(reverse("conditions:decide"), decision).status_code == 403
    page = lan.get(PAGE).content.decode()
    assert "Người đứng tên vay đủ 20 tuổi" in page
    assert "Duyệt mục đã chọn" in page
    assert lan.post(reverse("conditions:decide"), decision).status_code == 302
    assert ages(village, on=date(2026, 12, 31)) == ["18.000"]
    assert ages(village, on=date(2027, 1, 1)) == ["20.000"]
    assert "Sắp áp dụng" in lan.get(PAGE).content.decode()


def test_no_rule_is_ticked_before_somebody_read_it(village: Village, ha: Client, lan: Client) -> None:
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    row = Condition.objects.get(granted=None)
    assert f'name="rules" value="{row.id}">' in lan.get(PAGE).content.decode()
    told = lan.post(reverse("conditions:decide"), {"key": str(new_id()), "decision": "grant"}, follow=True)
    assert "Chưa chọn quy định nào." in told.content.decode()
    assert Condition.objects.get(id=row.id).granted is None


def test_what_was_turned_down_binds_nobody_and_may_be_proposed_again(village: Village, ha: Client, lan: Client) -> None:
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    first = Condition.objects.get(granted=None)
    lan.post(reverse("conditions:decide"), {"key": str(new_id()), "rules": [str(first.id)], "decision": "decline"})
    assert ages(village, on=date(2027, 1, 1)) == ["18.000"]
    assert "Người đứng tên vay đủ 20 tuổi" not in lan.get(PAGE).content.decode()
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    again = Condition.objects.get(granted=None)
    lan.post(reverse("conditions:decide"), {"key": str(new_id()), "rules": [str(again.id)], "decision": "grant"})
    assert ages(village, on=date(2027, 1, 1)) == ["20.000"]
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    third = Condition.objects.get(granted=None)
    lan.post(reverse("conditions:decide"), {"key": str(new_id()), "rules": [str(third.id)], "decision": "grant"})
    assert Condition.objects.get(id=third.id).granted is None


def test_nobody_decides_what_they_proposed(village: Village, ha: Client) -> None:
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    row = Condition.objects.get(granted=None)
    both = actor(row.proposed_by.int, Role.BRANCH_DIRECTOR)
    with pytest.raises(OwnRule):
        decide_road_rules(key=new_id(), by=both, at=AT, rules=(row.id,), granted=True)


def test_a_condition_says_what_it_needs(village: Village, ha: Client) -> None:
    answer = ha.post(reverse("conditions:propose", args=["condition"]), {**a_condition(village), "number": ""})
    assert answer.status_code == 422
    assert "cần một con số" in answer.content.decode()


def test_each_kind_of_rule_is_proposed_and_holds_once_granted(village: Village, ha: Client, lan: Client) -> None:
    told = {
        "route": {"programme": "", "channel": "direct", "forms_": "01/TD 03/TD"},
        "deadline": {"programme": "", "channel": "entrusted", "after": "received", "since": "received",
                     "working_days": "2"},
        "ground": {"programme": str(village.programme("12.mua")), "code": "teacher", "title": "Giáo viên", "rank": "2"},
        "area": {"place": "26242", "kind": "difficult", "holds": "on"},
        "holiday": {"title": "Nghỉ bù", "from_on": "04/01/2027"},
    }  # fmt: skip
    for kind, columns in told.items():
        answer = ha.post(reverse("conditions:propose", args=[kind]), {**sent(), **columns})
        assert answer.status_code == 302, (kind, answer.content.decode())
        assert ha.get(reverse("conditions:proposal", args=[kind])).status_code == 200
        assert lan.get(f"{PAGE}?loai={kind}").status_code == 200
    waiting = lan.get(PAGE).content.decode()
    assert "Giáo viên" in waiting
    names = [each.split('"')[0] for each in waiting.split('name="rules" value="')[1:]]
    assert len(names) == len(told)
    lan.post(reverse("conditions:decide"), {"key": str(new_id()), "rules": names, "decision": "grant"})
    assert StepDeadline.objects.get(from_on=date(2027, 1, 1)).granted
    assert SpecialArea.objects.get(place="26242").granted
    assert Holiday.objects.get(title="Nghỉ bù").granted
    assert date(2027, 1, 4) in working_days().holidays


def test_everybody_signed_in_reads_each_rule_with_its_document(entering: Entering) -> None:
    mai = entering("mai", "hoi-nong-dan-26041", Role.ORGANISATION_OFFICER)
    page = mai.get(PAGE).content.decode()
    assert "Hộ không có nợ quá hạn" in page
    assert "Chưa kiểm chứng" in page
    assert "78/2002/NĐ-CP" in page
    assert "Đề xuất sửa" not in page
    assert mai.get(f"{PAGE}?loai=khong-co").status_code == 404


def test_the_page_costs_the_same_for_many(village: Village, ha: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            ha.get(PAGE)
        return len(found)

    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    few = queries()
    ha.post(reverse("conditions:propose", args=["condition"]), a_condition(village))
    assert queries() == few <= 22
