"""Chị Hà proposes a condition for next year, bà Lan decides, chị Mai reads it with its document and how sure it is."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.audit.operations.settling import GRANTED, OwnProposal
from dongvon.domain.lending.models import Condition
from dongvon.domain.lending.operations.decide_rules import decide_rules
from dongvon.domain.lending.queries.conditions import offers
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.conditions.conftest import Entering, sent
from tests.operations.lending.law import AT
from tests.operations.lending.village import Village, actor

PAGE = reverse("conditions:rules")


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
    no = {"key": str(new_id()), "rules": [str(first.id)], "decision": "decline"}
    silent = lan.post(reverse("conditions:decide"), no, follow=True).content.decode()
    assert "Hãy ghi lý do không duyệt" in silent
    lan.post(reverse("conditions:decide"), {**no, "key": str(new_id()), "reason": "Chưa có văn bản"})
    assert ages(village, on=date(2027, 1, 1)) == ["18.000"]
    assert "Người đứng tên vay đủ 20 tuổi" not in lan.get(PAGE).content.decode()
    assert "Lý do: Chưa có văn bản" in ha.get(PAGE).content.decode()
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
    with pytest.raises(OwnProposal):
        decide_rules(key=new_id(), by=both, at=AT, rules=(row.id,), decision=GRANTED)


def test_a_condition_says_what_it_needs(village: Village, ha: Client) -> None:
    answer = ha.post(reverse("conditions:propose", args=["condition"]), {**a_condition(village), "number": ""})
    assert answer.status_code == 422
    assert "cần một con số" in answer.content.decode()


def test_everybody_signed_in_reads_each_rule_with_its_document(entering: Entering) -> None:
    mai = entering("mai", "hoi-nong-dan-26041", Role.ORGANISATION_OFFICER)
    page = mai.get(PAGE).content.decode()
    assert "Hộ không có nợ quá hạn" in page
    assert "Chưa kiểm chứng" in page
    assert "78/2002/NĐ-CP" in page
    assert "?nhu=" not in page
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
