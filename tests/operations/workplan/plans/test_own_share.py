"""A unit's own share: its plan, and its clauses in the hands of its people."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, ImplementationPlan, Plan
from dongvon.domain.workplan.operations.activate import DayPassed, activate
from dongvon.domain.workplan.operations.delegate import AlreadyGiven, ClauseNotOwed, NotOneOfUs, delegate
from dongvon.domain.workplan.operations.drafts import NotFound
from dongvon.domain.workplan.operations.finish_delegation import finish_delegation
from dongvon.domain.workplan.operations.send_implementation_plan import (
    FileUnfit,
    PlanNotOwed,
    TaskUnderOtherClause,
    send_implementation_plan,
)
from dongvon.domain.workplan.operations.withdraw_delegation import withdraw_delegation
from dongvon.domain.workplan.queries.clauses import delegations
from dongvon.domain.workplan.queries.my_work import my_work
from dongvon.domain.workplan.queries.own_plans import clauses_of, own_plan, own_plan_file, own_plans, own_tasks
from dongvon.domain.workplan.vocabulary import NewOwnTask
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call
from tests.operations.workplan.plans.drafting import drafted

ON = date(2026, 1, 12)


def file(**changes: Any) -> dict[str, Any]:
    return {
        "number": "5/KH-UBND",
        "issued_on": ON,
        "file_name": "ke-hoach-xa.docx",
        "content": b"noi dung",
        "tasks": (),
    } | changes


def clause(plan: Plan, code: str) -> Clause:
    return Clause.objects.get(plan=plan, code=code)


def test_a_unit_sends_its_plan_with_tasks(plan: Plan, reporter: Actor, call: Call) -> None:
    tasks = (NewOwnTask(clause=clause(plan, "1c").pk, text="Họp ấp", due_on=date(2026, 3, 1)),)
    sent = call(send_implementation_plan, by=reporter, plan=plan.pk, **file(tasks=tasks))
    assert reporter.unit is not None
    row = own_plan(plan.pk, unit=reporter.unit, on=ON)
    assert row is not None
    assert row.sent_at is not None
    assert own_plan_file(sent) == ("ke-hoach-xa.docx", b"noi dung")
    assert bytes(ImplementationPlan.objects.get(pk=sent).sha256) == sha256(b"noi dung").digest()
    assert [(task.clause_code, task.text) for task in own_tasks(sent)] == [("1c", "Họp ấp")]
    assert [each.sent_at is not None for each in own_plans(plan.pk, on=ON)] == [False] * 4 + [True]


def test_sending_again_replaces_the_tasks(plan: Plan, reporter: Actor, call: Call) -> None:
    task = NewOwnTask(clause=clause(plan, "1c").pk, text="Một")
    sent = call(send_implementation_plan, by=reporter, plan=plan.pk, **file(tasks=(task, task)))
    call(send_implementation_plan, by=reporter, plan=plan.pk, **file(content=b"lan hai"))
    assert own_tasks(sent) == []
    assert own_plan_file(sent) == ("ke-hoach-xa.docx", b"lan hai")


def test_late_is_late_at_the_first_sending_and_stays_so(city: City, reporter: Actor, head: Actor, call: Call) -> None:
    plan = drafted()
    call(activate, plan=plan.pk, own_plans_by=date(2026, 2, 10))
    owed = ImplementationPlan.objects.filter(plan=plan)
    midnight = datetime(2026, 2, 10, 17, 0, tzinfo=UTC)  # 24:00 of the day in Vietnam
    assert set(owed.values_list("due_at", "late")) == {(midnight, False)}
    sent = call(send_implementation_plan, by=reporter, at=midnight - timedelta(minutes=1), plan=plan.pk, **file())
    call(send_implementation_plan, by=reporter, at=midnight + timedelta(days=3), plan=plan.pk, **file(content=b"hai"))
    assert not owed.get(pk=sent).late
    other = Actor(person=head.person, unit=city.units["so-tai-chinh"], roles=frozenset({Role.UNIT_HEAD}))
    sent = call(send_implementation_plan, by=other, at=midnight, plan=plan.pk, **file())
    call(send_implementation_plan, by=other, at=midnight + timedelta(days=3), plan=plan.pk, **file(content=b"hai"))
    assert owed.get(pk=sent).late


def test_own_plans_are_not_asked_for_before_anybody_knows(city: City, call: Call) -> None:
    with pytest.raises(DayPassed):
        call(activate, plan=drafted().pk, own_plans_by=date(2026, 1, 11))


def test_what_is_no_plan_of_the_unit_is_refused(plan: Plan, city: City, reporter: Actor, call: Call) -> None:
    with pytest.raises(FileUnfit):
        call(send_implementation_plan, by=reporter, plan=plan.pk, **file(content=b""))
    lead = Actor(person=reporter.person, unit=city.units["so-tai-chinh"], roles=frozenset({Role.UNIT_HEAD}))
    task = NewOwnTask(clause=clause(plan, "1a").pk, text="Việc người khác")
    with pytest.raises(TaskUnderOtherClause):
        call(send_implementation_plan, by=lead, plan=plan.pk, **file(tasks=(task,)))
    outside = Actor(person=reporter.person, unit=city.units["ubnd"], roles=frozenset({Role.UNIT_HEAD}))
    with pytest.raises(PlanNotOwed):
        call(send_implementation_plan, by=outside, plan=plan.pk, **file())


def test_a_clause_is_given_to_one_s_own_people(plan: Plan, head: Actor, reporter: Actor, call: Call) -> None:
    given = {"person": reporter.person, "due_on": date(2026, 11, 1), "note": "Nhớ số liệu"}
    made = call(delegate, by=head, clause=clause(plan, "1c").pk, **given)
    assert [(row.id, row.full_name, row.due_on) for row in delegations(clause(plan, "1c").pk)] == [
        (made, "Trần Thị Mai", date(2026, 11, 1))
    ]
    with pytest.raises(AlreadyGiven):
        call(delegate, by=head, clause=clause(plan, "1c").pk, **given)
    call(withdraw_delegation, by=head, delegation=made)
    assert delegations(clause(plan, "1c").pk) == []
    with pytest.raises(NotFound):
        call(withdraw_delegation, by=head, delegation=made)


def test_a_clause_is_not_given_to_strangers_or_by_strangers(
    plan: Plan, city: City, head: Actor, officer: Actor, call: Call
) -> None:
    nothing = {"due_on": None, "note": ""}
    with pytest.raises(NotOneOfUs):
        call(delegate, by=head, clause=clause(plan, "1c").pk, person=officer.person, **nothing)
    outside = Actor(person=head.person, unit=city.units["so-tai-chinh"], roles=frozenset({Role.UNIT_HEAD}))
    with pytest.raises(ClauseNotOwed):
        call(delegate, by=outside, clause=clause(plan, "1a").pk, person=head.person, **nothing)


def test_the_clauses_of_a_reporter_include_those_it_reports_for(plan: Plan, city: City) -> None:
    assert [code for _, code, _ in clauses_of(city.units["ubnd-26041"], plan=plan.pk)] == ["1a", "1b", "1c"]
    assert [code for _, code, _ in clauses_of(city.units["so-tai-chinh"], plan=plan.pk)] == ["1b"]


def test_work_given_is_on_the_person_s_desk_until_it_is_done(
    plan: Plan, head: Actor, reporter: Actor, call: Call
) -> None:
    at = datetime(2026, 10, 28, 2, 0, tzinfo=UTC)
    task = clause(plan, "1c").pk
    made = call(delegate, by=head, clause=task, person=reporter.person, due_on=date(2026, 11, 1), note="")
    standing = standing_of(reporter.person, on=at.date())
    assert standing is not None
    assert [item.clause_code for item in my_work(standing, at=at).due_soon if item.kind == "plans:clause"] == ["1c"]
    late = my_work(standing, at=at + timedelta(days=5)).overdue
    assert [item.clause_code for item in late if item.kind == "plans:clause"] == ["1c"]
    with pytest.raises(NotFound):
        call(finish_delegation, by=head, delegation=made)
    call(finish_delegation, by=reporter, delegation=made)
    assert not [item for item in my_work(standing, at=at).due_soon if item.kind == "plans:clause"]
    assert delegations(task)[0].done_at is not None
