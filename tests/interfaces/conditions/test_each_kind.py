"""Each kind of rule is proposed by chị Hà, read before it holds, and holds once bà Lan granted it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.groups.models import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.lending.models import (
    AllocationOrder,
    AskingPeriod,
    CheckPeriod,
    Condition,
    ExtensionLimit,
    FreezeBand,
    Holiday,
    InstalmentPeriod,
    NoticePeriod,
    PriorityGround,
    Route,
    SpecialArea,
    StepDeadline,
    UnpaidRegime,
)
from dongvon.domain.lending.queries.instalment_rules import instalment_rule
from dongvon.domain.lending.queries.routes import working_days
from dongvon.domain.programmes.models import RateSeries
from dongvon.kernel.ids import new_id
from tests.interfaces.conditions.conftest import sent
from tests.operations.lending.village import Village

PAGE = reverse("conditions:rules")
CLAIMS = (
    *("overdue_interest", "interest_arrears", "current_interest", "grace_interest", "due_principal"),
    *("further_principal", "frozen_principal", "overdue_principal", "further_grace_interest"),
)
OF_GROUPS = {"basis": "70/QĐ-HĐQT", "confirmed": "on"}

KINDS: dict[str, tuple[type[Any], dict[str, str]]] = {
    "condition": (
        Condition,
        {"programme": "", "code": "tuoi", "check_kind": "age", "title": "Đủ 20 tuổi", "number": "20", "demanded": "on"},
    ),
    "route": (Route, {"programme": "", "channel": "direct", "forms_": "01/TD 03/TD"}),
    "deadline": (
        StepDeadline,
        {"programme": "", "channel": "entrusted", "after": "received", "since": "received", "working_days": "2"},
    ),
    "ground": (PriorityGround, {"code": "teacher", "title": "Giáo viên", "rank": "2"}),
    "area": (SpecialArea, {"place": "26242", "kind": "difficult", "holds": "on"}),
    "holiday": (Holiday, {"title": "Nghỉ bù", "from_on": "04/01/2027"}),
    "order": (
        AllocationOrder,
        {"fund": "1", "prepaid": "last", **{f"at_{kind}": str(at) for at, kind in enumerate(CLAIMS, start=1)}},
    ),
    "period": (InstalmentPeriod, {"programme": "", "up_to_months": "60", "months": "12", "floor_to": "100.000"}),
    "regime": (UnpaidRegime, {"programme": "", "unpaid": "carried"}),
    "limit": (ExtensionLimit, {"programme": "", "up_to_months": "12", "months": "6", "base": "term"}),
    "asking": (AskingPeriod, {"programme": "", "kind": "extend", "working_days": "7"}),
    "band": (FreezeBand, {"cause_code": "102", "from_percent": "80", "measure": "freeze", "most_months": "48"}),
    "notice": (NoticePeriod, {"days": "45"}),
    "check": (CheckPeriod, {"kind": "use", "days": "20"}),
    "criterion": (CriterionRule, {"criterion": "interest", "most": "20", "bands": "0:0 95,5:20", **OF_GROUPS}),
    "grade": (GradeRule, {"grade": "good", "from_score": "90", **OF_GROUPS}),
    "payment": (
        PaymentRule,
        {
            **OF_GROUPS,
            "payment": "entrustment",
            "monthly_percent": "0,03",
            "bands": "0:100 4:0",
            "split_centre": "2,5",
            "split_commune": "97,5",
        },
    ),
}


def decided(ids: list[str], *, of: str, decision: str = "grant") -> dict[str, Any]:
    return {"key": str(new_id()), "rules": ids, "of": of, "decision": decision, "reason": ""}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_proposed_read_and_holds_once_granted(village: Village, ha: Client, lan: Client, kind: str) -> None:
    model, columns = KINDS[kind]
    more = {"programme": str(village.programme("12.mua"))} if kind == "ground" else {}
    answer = ha.post(reverse("conditions:propose", args=[kind]), {**sent(), **columns, **more})
    assert answer.status_code == 302, answer.content.decode()
    row = model.objects.get(granted=None)
    page = lan.get(f"{PAGE}?loai={kind}").content.decode()
    assert "Chờ duyệt" in page
    assert str(row.id) in page
    again = ha.get(f"{reverse('conditions:proposal', args=[kind])}?nhu={row.id}")
    assert again.status_code == 200
    of = "groups" if kind in ("criterion", "grade", "payment") else "lending"
    assert lan.post(reverse("conditions:decide"), decided([str(row.id)], of=of)).status_code == 302
    row.refresh_from_db()
    assert row.granted
    assert "Sắp áp dụng" in lan.get(f"{PAGE}?loai={kind}").content.decode() or kind == "holiday"


@pytest.mark.parametrize("kind", ["order", "criterion", "payment", "limit", "band"])
def test_a_proposal_begins_like_the_rule_it_would_replace(village: Village, ha: Client, kind: str) -> None:
    _model, columns = KINDS[kind]
    ha.post(reverse("conditions:propose", args=[kind]), {**sent(), **columns})
    row = KINDS[kind][0].objects.get(granted=None)
    form = ha.get(f"{reverse('conditions:proposal', args=[kind])}?nhu={row.id}").context["form"]
    again = ha.post(reverse("conditions:propose", args=[kind]), {**sent(), **_typed(form), "from_on": "01/02/2027"})
    assert again.status_code == 302, again.content.decode()
    first, second = KINDS[kind][0].objects.filter(granted=None).order_by("from_on")
    own = {"id", "from_on", "since_stated", "proposed_by", "proposed_at"}
    same = {field.name for field in type(row)._meta.fields} - own
    assert {name: getattr(first, name) for name in same} == {name: getattr(second, name) for name in same}


def _typed(form: Any) -> dict[str, str]:
    """What a browser sends of a form nobody has touched."""
    shown = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in shown.items() if value not in (None, False)}
    return {name: "on" if value is True else str(value).replace(".", ",") for name, value in given.items()}


def test_what_is_to_come_leaves_the_present_as_it_is(village: Village, ha: Client, lan: Client) -> None:
    """VB 2174: loans over 12 up to 60 months are paid every 24 months; from 01/01/2027 every 12 as granted here."""
    series = RateSeries.objects.get(programme=village.programme("01"), fund="1", priority_class="ordinary", area="").id
    ha.post(reverse("conditions:propose", args=["period"]), {**sent(), **KINDS["period"][1]})
    waiting = InstalmentPeriod.objects.get(granted=None)
    assert instalment_rule(series, term_months=36, on=date(2027, 1, 1)).months == 24
    page = lan.get(PAGE).content.decode()
    assert "Đang áp dụng: Mọi chương trình · Trả gốc 24 tháng một kỳ" in page
    lan.post(reverse("conditions:decide"), decided([str(waiting.id)], of="lending"))
    assert instalment_rule(series, term_months=36, on=date(2026, 12, 31)).months == 24
    assert instalment_rule(series, term_months=36, on=date(2027, 1, 1)).months == 12


def test_a_day_off_stops_the_clocks(village: Village, ha: Client, lan: Client) -> None:
    ha.post(reverse("conditions:propose", args=["holiday"]), {**sent(), **KINDS["holiday"][1]})
    row = Holiday.objects.get(granted=None)
    lan.post(reverse("conditions:decide"), decided([str(row.id)], of="lending"))
    assert date(2027, 1, 4) in working_days().holidays


@pytest.mark.parametrize(
    ("kind", "wrong", "told"),
    [
        ("order", {"at_due_principal": "1"}, "Mỗi khoản phải có một thứ tự riêng"),
        ("limit", {"percent": "50"}, "một trong hai"),
        ("band", {"most_months": ""}, "Khoanh nợ cần số tháng tối đa"),
        ("criterion", {"bands": "0:0 95:30"}, "không được vượt điểm tối đa"),
        ("criterion", {"bands": "95:20 0:0"}, "mức từ thấp đến cao"),
        ("criterion", {"bands": "mọi mức"}, "mức từ thấp đến cao"),
        ("payment", {"split_centre": "2"}, "Tổng các phần chia phải là 100 %"),
    ],
)
def test_what_cannot_be_meant_comes_back(
    village: Village, ha: Client, kind: str, wrong: dict[str, str], told: str
) -> None:
    model, columns = KINDS[kind]
    answer = ha.post(reverse("conditions:propose", args=[kind]), {**sent(), **columns, **wrong})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not model.objects.filter(granted=None).exists()


def test_an_assumed_first_day_is_marked(village: Village, ha: Client) -> None:
    """The instalment periods of VB 2174 begin on an assumed 01/01/2003; QĐ 29/2025 states its day."""
    assert "Ngày giả định" in ha.get(f"{PAGE}?loai=period").content.decode()
    assert ExtensionLimit.objects.get(from_on=date(2025, 8, 28)).since_stated
    assert not InstalmentPeriod.objects.filter(since_stated=True).exists()


def test_the_older_regime_still_holds_for_older_contracts(village: Village, ha: Client) -> None:
    """597/NHCS-TDNN: contracts signed before 01/03/2026 carry an unpaid instalment on."""
    assert "Cho hợp đồng ký trước 01/03/2026" in ha.get(f"{PAGE}?loai=regime").content.decode()
