"""From a file to a plan in force, by hand on the pages; refusals are told where they belong."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dongvon.domain.workplan.models import Assignment, Clause, Delegation, Doubt, Duty, ImplementationPlan, Plan
from tests.operations.workplan.plans.test_import import SHORT

LEGACY = "KÕ ho¹ch thùc hiÖn nhiÖm vô n¨m 2026 cña thµnh phè vµ c¸c x·, ph­êng".encode("latin-1")


def post(client: Client, name: str, *args: object, **sent: object) -> object:
    return client.post(reverse(name, args=list(args)), {"key": str(uuid4()), **sent}, follow=True)


def upload(client: Client, content: bytes, **sent: object) -> object:
    return post(client, "plans:import", file=SimpleUploadedFile("ke-hoach.txt", content), **sent)


@pytest.mark.django_db
def test_from_a_file_to_a_plan_in_force(director: Client) -> None:
    page = upload(director, SHORT.encode())
    plan = Plan.objects.get()
    assert page.redirect_chain[-1][0] == reverse("plans:review", args=[plan.pk])  # type: ignore[attr-defined] # a test response
    first, second = Clause.objects.filter(plan=plan).order_by("ordinal")
    unknown = Assignment.objects.get(plan=plan, target=None)
    post(director, "plans:assign", unknown.pk, target="Sở Tài chính", level="city", role="implement", learn="on")
    correction = {"text": second.text, "product": "", "timing_kind": "by_year", "timing_text": "đến 2027", "year": 2027}
    post(director, "plans:correct", second.pk, **correction)
    assert not Doubt.objects.filter(plan=plan, blocking=True, settled_at=None).exists()
    done = post(director, "plans:activate", plan.pk)
    plan.refresh_from_db()
    assert plan.state == "active"
    assert done.redirect_chain[-1][0] == reverse("plans:read", args=[plan.pk])  # type: ignore[attr-defined] # a test response
    assert first.code in done.content.decode()  # type: ignore[attr-defined] # a test response


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "trống"), ("Thư mời họp chiều nay.".encode(), "không phải là kế hoạch"), (LEGACY, "bảng mã")],
)
def test_a_refused_file_is_told_why_and_leaves_nothing(director: Client, content: bytes, told: str) -> None:
    page = upload(director, content)
    assert page.status_code == 422  # type: ignore[attr-defined] # a test response
    assert told in page.content.decode()  # type: ignore[attr-defined] # a test response
    assert not Plan.objects.exists()


def test_activation_is_refused_with_the_places_still_open(director: Client, draft: Plan) -> None:
    page = post(director, "plans:activate", draft.pk)
    assert "Còn 2 chỗ cần xác định" in page.content.decode()  # type: ignore[attr-defined] # a test response
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_doubt_is_settled_and_a_mention_dropped_in_place(director: Client, draft: Plan) -> None:
    doubt = Doubt.objects.get(plan=draft, code="no_timing")
    page = post(director, "plans:settle", doubt.pk, how="Theo kỳ hằng năm", place="1a")
    assert page.redirect_chain[-1][0].endswith("#nv-1a")  # type: ignore[attr-defined] # a test response
    post(director, "plans:drop", Assignment.objects.get(plan=draft, target=None).pk, place="1a")
    assert not Doubt.objects.filter(plan=draft, settled_at=None).exists()


def test_a_task_that_was_missed_is_added_and_one_that_is_none_is_struck(director: Client, draft: Plan) -> None:
    first, second = Clause.objects.filter(plan=draft).order_by("ordinal")
    post(director, "plans:add_clause", first.pk, code="1a1", text="Củng cố tổ tiết kiệm và vay vốn")
    codes = list(Clause.objects.filter(plan=draft).order_by("ordinal").values_list("code", flat=True))
    assert codes == [first.code, "1a1", second.code]
    again = post(director, "plans:add_clause", first.pk, code=second.code, text="Trùng mã")
    assert again.status_code == 422  # type: ignore[attr-defined] # a test response
    assert f"đã có nhiệm vụ mang mã “{second.code}”" in again.content.decode()  # type: ignore[attr-defined] # a test response
    page = post(director, "plans:strike_clause", second.pk)
    assert "Đã bỏ nhiệm vụ" in page.content.decode()  # type: ignore[attr-defined] # a test response
    assert not Clause.objects.filter(pk=second.pk).exists()


def test_an_unknown_unit_is_told_at_its_field(director: Client, draft: Plan) -> None:
    unknown = Assignment.objects.get(plan=draft, target=None)
    page = post(director, "plans:assign", unknown.pk, target="Sở Không Có", level="city", role="lead")
    assert page.status_code == 422  # type: ignore[attr-defined] # a test response
    assert "Sở Không Có" in page.content.decode()  # type: ignore[attr-defined] # a test response


def test_a_unit_is_added_and_the_first_page_and_day_are_set(director: Client, draft: Plan) -> None:
    clause = Clause.objects.get(plan=draft, code="1b")
    given = {"target": "Sở Tài chính", "level": "city", "role": "lead", "mention": "Sở Tài chính"}
    post(director, "plans:add_assignment", clause.pk, **given)
    assert clause.assignments.filter(target="so-tai-chinh").exists()
    page = {"number": "7/KH", "title": "Kế hoạch mới", "issuer": "UBND", "issued_on": "10/01/2026"}
    post(director, "plans:describe", draft.pk, first_year=2026, last_year=2029, **page)
    draft.refresh_from_db()
    assert (draft.number, draft.last_year, f"{draft.issued_on:%d/%m}") == ("7/KH", 2029, "10/01")
    duty = Duty.objects.get(plan=draft)
    post(director, "plans:yearly", duty.pk, day=1, month=12)
    duty.refresh_from_db()
    assert (duty.report_day, duty.report_month, duty.report_before) == (1, 12, False)


def test_a_unit_sends_its_plan_and_gives_work_to_its_people(reporter: Client, plan: Plan) -> None:
    clause = Clause.objects.get(plan=plan, code="1c")
    file = SimpleUploadedFile("xa.docx", b"noi dung")
    post(
        reporter, "plans:send_own_plan", plan.pk, file=file, number="5/KH", **{f"tasks_{clause.pk}": "Họp ấp\nRà soát"}
    )
    own = ImplementationPlan.objects.get(plan=plan, unit__code="ubnd-26041")
    assert own.tasks.count() == 2
    assert reporter.get(reverse("plans:own_file", args=[own.pk])).content == b"noi dung"
    person = reporter.session["_auth_user_id"]
    post(reporter, "plans:delegate_save", clause.pk, person=person, due_on="01/11/2026", note="")
    given = Delegation.objects.get(clause=clause)
    page = reporter.get(reverse("plans:clause", args=[clause.pk]))
    assert "01/11/2026" in page.content.decode()
    post(reporter, "plans:withdraw_delegation", given.pk)
    given.refresh_from_db()
    assert given.withdrawn_at is not None
