"""Import: a file becomes a whole draft or nothing at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.learn_alias import learn_alias
from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Duty, Plan, Source
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.import_ import AlreadyImported, import_
from dongvon.domain.workplan.operations.settle import settle
from dongvon.domain.workplan.queries.read_plan import NotAPlan
from dongvon.kernel.refusals import Refusal
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call

GIVEN = sorted((Path(__file__).parents[5] / "shared" / "plan").glob("*.txt"))
AT = datetime(2026, 6, 15, 2, 0, tzinfo=UTC)

SHORT = """
KẾ HOẠCH
Thực hiện tín dụng chính sách xã hội trên địa bàn thành phố
II. NHIỆM VỤ, GIẢI PHÁP
1. Tuyên truyền về tín dụng chính sách
a) Tuyên truyền chủ trương về tín dụng chính sách trên địa bàn.
- Đơn vị thực hiện: UBND cấp xã; Sở Kinh tế số.
- Thời gian thực hiện: Thường xuyên.
b) Bố trí nguồn vốn ngân sách ủy thác.
- Đơn vị chủ trì: Sở Tài chính.
III. TỔ CHỨC THỰC HIỆN
1. Yêu cầu các sở, ban, ngành; UBND cấp xã gửi kết quả về Chi nhánh Ngân hàng CSXH trước ngày 15 tháng 12 hằng năm.
"""


def imported(call: Call, text: str = SHORT, *, name: str = "ke-hoach.txt") -> Plan:
    return Plan.objects.get(pk=call(import_, file_name=name, content=text.encode(), at=AT))


def test_a_file_becomes_a_draft_with_its_source_and_doubts(city: City, call: Call) -> None:
    plan = imported(call)
    assert (plan.state, plan.first_year) == ("draft", 2026)
    assert plan.title.startswith("Thực hiện tín dụng chính sách")
    assert list(Clause.objects.filter(plan=plan).order_by("ordinal").values_list("code", "timing_kind")) == [
        ("1a", "continuous"),
        ("1b", "undetermined"),
    ]
    blocking = Doubt.objects.filter(plan=plan, blocking=True).values_list("clause__code", "code")
    assert set(blocking) == {("1a", "unresolved_unit"), ("1b", "no_timing")}
    duty = Duty.objects.get(plan=plan)
    assert (duty.report_day, duty.report_month, duty.report_before) == (15, 12, True)
    assert "a) Tuyên truyền chủ trương về tín dụng chính sách trên địa bàn." in Source.objects.get(plan=plan).lines


def test_what_was_learnt_is_used(city: City, call: Call) -> None:
    call(learn_alias, mention="Sở Kinh tế số", target="so-tai-chinh")
    plan = imported(call)
    assert Assignment.objects.get(plan=plan, mention="Sở Kinh tế số").target == "so-tai-chinh"
    assert not Doubt.objects.filter(plan=plan, code="unresolved_unit").exists()


def test_the_same_file_is_imported_once(city: City, call: Call) -> None:
    imported(call)
    with pytest.raises(AlreadyImported, match="15/06/2026"):
        imported(call, name="ten-khac.txt")


def test_a_later_plan_continues_the_clauses_of_the_one_in_force(city: City, call: Call) -> None:
    plan = imported(call)
    for doubt in Doubt.objects.filter(plan=plan, blocking=True):
        call(settle, doubt=doubt.pk, how="Đã rõ", at=AT)
    call(activate, plan=plan.pk, at=AT)
    later = imported(call, SHORT.replace("a) Tuyên truyền chủ trương", "a) Tiếp tục tuyên truyền chủ trương"))
    assert list(
        Clause.objects.filter(plan=later).order_by("ordinal").values_list("code", "continues__code", "continues__plan")
    ) == [("1a", "1a", plan.pk), ("1b", "1b", plan.pk)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("trong.txt", b""),
        ("thu.txt", "Kính gửi anh Nam, chiều nay họp nhé.".encode()),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
        ("hong.docx", b"PK\x03\x04 not a document"),
        ("hong.pdf", b"%PDF-1.7 broken"),
        ("abc.txt", "KÕ ho¹ch thùc hiÖn nhiÖm vô n¨m 2026 cña thµnh phè vµ c¸c x·, ph­êng".encode("latin-1")),
    ],
)
def test_a_file_that_is_no_plan_leaves_nothing_behind(city: City, call: Call, name: str, content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        call(import_, file_name=name, content=content)
    assert refused.value.told(refused.value.text)
    assert not Plan.objects.exists()


def test_a_letter_is_told_to_be_no_plan(city: City, call: Call) -> None:
    with pytest.raises(NotAPlan, match=r"thu\.txt"):
        call(import_, file_name="thu.txt", content="Kính gửi anh Nam, chiều nay họp nhé.".encode())


def test_a_unit_does_not_import(city: City, head: Actor, call: Call) -> None:
    with pytest.raises(NotAllowed):
        call(import_, by=head, file_name="a.txt", content=SHORT.encode())


@pytest.mark.skipif(not GIVEN, reason="the given plan is not beside this checkout")
def test_the_given_plan_waits_for_one_decision_only(city: City, call: Call) -> None:
    """24 clauses; the one without a deadline is the only thing that holds it up."""
    plan = Plan.objects.get(pk=call(import_, file_name="given.txt", content=GIVEN[0].read_bytes(), at=AT))
    assert Clause.objects.filter(plan=plan).count() == 24
    blocking = Doubt.objects.filter(plan=plan, blocking=True)
    assert list(blocking.values_list("clause__code", "code")) == [("3g", "no_timing")]
    assert (plan.first_year, plan.last_year) == (2026, 2030)
