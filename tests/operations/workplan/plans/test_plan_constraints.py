"""The database keeps plans honest whatever program writes: each constraint, tried to be broken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan import models
from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Duty, Obligation, Plan, Round
from dongvon.kernel.ids import new_id
from tests.operations.workplan.plans.conftest import Call
from tests.operations.workplan.plans.drafting import UNKNOWN, clause, drafted

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@dataclass
class Shelf:
    """A plan in force, a draft, and somebody."""

    plan: Plan
    draft: Plan
    person: Any
    unit: Any

    @property
    def round(self) -> Round:
        return Round.objects.get(plan=self.plan, kind="annual", year=2026)

    @property
    def obligation(self) -> Obligation:
        return Obligation.objects.filter(round=self.round, unit=self.unit).order_by("pk")[0]

    def clauses(self) -> Any:
        return Clause.objects.filter(plan=self.draft).order_by("ordinal")

    def relief(self, kind: type[Any], **changes: Any) -> Any:
        plain = {"round": self.round, "unit_id": self.unit, "reason": "Lũ", "state": "asked", "document": "1/QĐ"}
        plain |= {"asked_by_id": self.person, "asked_at": NOW}
        plain |= {"due_on": TODAY} if kind is models.Extension else {}
        return kind.objects.create(**(plain | changes))


@pytest.fixture
def shelf(plan: Plan, head: Actor, call: Call) -> Shelf:
    return Shelf(plan, drafted(clause("1a", UNKNOWN), clause("1b")), head.person, head.unit)


def twice(model: Any, of: Callable[[Shelf], Any], **changes: Any) -> Callable[[Shelf], None]:
    """Write a copy of a row under a new id."""

    def attempt(shelf: Shelf) -> None:
        row = model.objects.get(pk=of(shelf).pk)
        row.pk = new_id() if isinstance(row._meta.pk.get_default(), type(new_id())) else None
        for name, value in changes.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return attempt


def changed(of: Callable[[Shelf], Any], **values: Any) -> Callable[[Shelf], None]:
    """Change a row behind the program's back."""
    return lambda shelf: type(of(shelf)).objects.filter(pk=of(shelf).pk).update(**values)


def first(model: Any) -> Callable[[Shelf], Any]:
    return lambda shelf: model.objects.filter(plan=shelf.draft).order_by("pk")[0]


def any_rule(model: Any) -> Callable[[Shelf], Any]:
    return lambda _: model.objects.order_by("pk")[0]


def delegated(shelf: Shelf) -> Any:
    task = Clause.objects.filter(plan=shelf.plan).order_by("ordinal")[0]
    given = {"given_by_id": shelf.person, "given_at": NOW}
    return models.Delegation.objects.create(clause=task, unit_id=shelf.unit, person_id=shelf.person, **given)


def digest(shelf: Shelf) -> Any:
    return models.Digest.objects.create(
        person_id=shelf.person, on=TODAY, address="a@b.example", subject="Nhắc", text="Nhắc", made_at=NOW
    )


def reminder(shelf: Shelf) -> Any:
    letter = models.Digest.objects.first() or digest(shelf)
    whose = {"unit_id": shelf.unit, "person_id": shelf.person}
    return models.Reminder.objects.create(digest=letter, round=shelf.round, step=-7, clauses=1, **whose)


def relief(kind: Any, **changes: Any) -> Callable[[Shelf], None]:
    return lambda shelf: shelf.relief(kind, **changes)


def self_granted(kind: Any) -> Callable[[Shelf], None]:
    return lambda shelf: shelf.relief(kind, state="granted", decided_by_id=shelf.person, decided_at=NOW)


def undocumented(kind: Any) -> Callable[[Shelf], None]:
    def attempt(shelf: Shelf) -> None:
        other = Actor(person=models.Doubt._meta.get_field("settled_by").related_model.objects.create(
            email="x@y.example", full_name="Lê Thị Lan", name_sort_key="lan", joined_at=NOW
        ).pk)  # fmt: skip
        shelf.relief(kind, state="granted", document="", decided_by_id=other.person, decided_at=NOW)

    return attempt


def own_plan(shelf: Shelf) -> Any:
    return models.ImplementationPlan.objects.get(plan=shelf.plan, unit=shelf.unit)


THE_ROUND, THE_OBLIGATION = (lambda shelf: shelf.round), (lambda shelf: shelf.obligation)
THE_PLAN, THE_DRAFT = (lambda shelf: shelf.plan), (lambda shelf: shelf.draft)
WITHOUT_DAY = {"report_month": 12, "report_day": None}
UNDETERMINED = {"timing_kind": "undetermined", "due_year": 2027}

BREAKS: dict[str, Callable[[Shelf], Any]] = {
    "workplan_plan_years_in_order": changed(THE_DRAFT, last_year=2025),
    "workplan_plan_in_force_was_activated": changed(THE_DRAFT, activated_at=NOW),
    "workplan_plan_superseded_at_a_moment": changed(THE_PLAN, state="superseded"),
    "workplan_plan_not_its_own_successor": lambda shelf: Plan.objects.filter(pk=shelf.plan.pk).update(
        state="superseded", superseded_at=NOW, superseded_by=shelf.plan.pk
    ),
    "workplan_part_ordinal": twice(models.Part, first(models.Part)),
    "workplan_group_ordinal": twice(models.TaskGroup, first(models.TaskGroup)),
    "workplan_clause_code_in_plan": twice(Clause, first(Clause), ordinal=9),
    "workplan_clause_ordinal": twice(Clause, first(Clause), code="9a"),
    "workplan_clause_no_invented_deadline": changed(first(Clause), **UNDETERMINED),
    "workplan_clause_due_day_has_month": changed(first(Clause), due_day=15),
    "workplan_duty_ordinal": twice(Duty, first(Duty)),
    "workplan_duty_no_invented_deadline": changed(first(Duty), **UNDETERMINED),
    "workplan_duty_due_day_has_month": changed(first(Duty), due_day=15),
    "workplan_duty_report_day_is_whole": changed(first(Duty), **WITHOUT_DAY),
    "workplan_assignment_of_clause_or_duty": changed(first(Assignment), clause=None, duty=None),
    "workplan_assignment_level": changed(first(Assignment), level="district"),
    "workplan_doubt_settled_somehow": changed(first(Doubt), settled_at=NOW),
    "workplan_round_once": twice(Round, THE_ROUND),
    "workplan_round_moments_in_order": changed(THE_ROUND, due_at=NOW - timedelta(days=400)),
    "workplan_obligation_once": twice(Obligation, THE_OBLIGATION),
    "workplan_obligation_moments_in_order": changed(THE_OBLIGATION, locks_at=NOW - timedelta(days=400)),
    "workplan_obligation_met_after_grace_is_late": changed(THE_OBLIGATION, met_at=NOW + timedelta(days=60)),
    "workplan_waiver_decided_by_somebody": relief(models.Waiver, state="granted"),
    "workplan_waiver_maker_is_not_checker": self_granted(models.Waiver),
    "workplan_waiver_granted_by_a_document": undocumented(models.Waiver),
    "workplan_extension_decided_by_somebody": relief(models.Extension, state="declined"),
    "workplan_extension_maker_is_not_checker": self_granted(models.Extension),
    "workplan_extension_granted_by_a_document": undocumented(models.Extension),
    "workplan_implementation_plan_once": twice(models.ImplementationPlan, own_plan),
    "workplan_implementation_plan_sent_with_file": changed(own_plan, sent_at=NOW),
    "workplan_delegation_once_at_a_time": lambda shelf: (delegated(shelf), delegated(shelf)),
    "workplan_digest_one_a_day": lambda shelf: (digest(shelf), digest(shelf)),
    "workplan_reminder_each_step_once": lambda shelf: (reminder(shelf), reminder(shelf)),
    "workplan_deadline_rule_once": twice(models.DeadlineRule, any_rule(models.DeadlineRule)),
    "workplan_deadline_rule_days_in_order": changed(any_rule(models.DeadlineRule), valid_until=date(2020, 1, 1)),
    "workplan_deadline_rule_locks_after_grace": changed(any_rule(models.DeadlineRule), grace_days=400),
    "workplan_ladder_step_once": twice(models.LadderStep, any_rule(models.LadderStep)),
    "workplan_quiet_hours_once": twice(models.QuietHours, any_rule(models.QuietHours)),
    "workplan_quiet_hours_in_order": changed(any_rule(models.QuietHours), letters_until=time(6)),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(shelf: Shelf, name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _broken_at_once(BREAKS[name], shelf)


def _broken_at_once(attempt: Callable[[Shelf], Any], shelf: Shelf) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    attempt(shelf)


@pytest.mark.parametrize("model", [Clause, Duty, Assignment, models.Target])
def test_a_plan_in_force_is_not_rewritten(shelf: Shelf, model: Any) -> None:
    """Trigger frozen_once_active: update, insert and delete."""
    row = model.objects.filter(plan=shelf.plan).order_by("pk")[0]
    gone = model.objects.filter(pk=row.pk)
    for attempt in (
        lambda: gone._raw_delete(gone.db),
        row.save,
        lambda: twice(model, lambda _: row, ordinal=99)(shelf),
    ):
        with pytest.raises(IntegrityError, match="not rewritten"), transaction.atomic():
            attempt()


def test_a_plan_moves_forward_only(shelf: Shelf) -> None:
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Plan.objects.filter(pk=shelf.plan.pk).update(state="draft", activated_at=None)


def test_the_file_a_plan_was_read_from_stays_as_it_came(shelf: Shelf) -> None:
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        models.Source.objects.filter(plan=shelf.plan).update(content=b"other")
