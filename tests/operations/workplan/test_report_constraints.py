"""The database keeps reports honest whatever program writes: each constraint and trigger, tried to be broken."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.db.models import F

from dongvon.domain.workplan import models
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.return_ import return_
from dongvon.domain.workplan.rules.content import fingerprint
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting

Attempt = Callable[[], object]


def refused(attempt: Attempt, match: str) -> None:
    with pytest.raises(Error, match=match), transaction.atomic():
        attempt()


@pytest.fixture
def who(world: Reporting) -> dict[str, Any]:
    return {"changed_by_id": world.actor("hoa").person, "changed_at": world.at}


def entry(world: Reporting, report: object, who: dict[str, Any], **words: Any) -> models.Entry:
    defaults = {"report_id": report, "clause_id": world.clauses["1a"], "status": "done", "edition": 1}
    return models.Entry.objects.create(**{**defaults, **who, **words})


def figure(world: Reporting, report: object, who: dict[str, Any], **words: Any) -> models.Figure:
    return models.Figure.objects.create(
        **{"report_id": report, "slot_id": world.slots["von"], "edition": 1, **who, **words}
    )


def submission(world: Reporting, report: object, **words: Any) -> models.Submission:
    content = words.pop("content", "{}")
    given = {
        "report_id": report, "number": 1, "content": content, "content_hash": fingerprint(content),
        "submitted_by_id": world.actor("hoa").person, "submitted_at": world.at,
        "submitted_for_id": world.city.units[LONG_BINH],
    }  # fmt: skip
    return models.Submission.objects.create(**{**given, **words})


def test_a_unit_has_one_report_in_a_round(world: Reporting, who: dict[str, Any]) -> None:
    world.report()
    row = {"round_id": world.round, "reporter_id": world.city.units[LONG_BINH]}
    row |= {"opened_by_id": who["changed_by_id"], "opened_at": world.at, **who}
    refused(lambda: models.Report.objects.create(**row), "workplan_report_one_per_round_and_unit")
    refused(
        lambda: models.Report.objects.create(**row, state="lost"), "begins as a draft|workplan_report_state_is_known"
    )
    refused(lambda: models.Report.objects.create(**row, state="accepted"), "begins as a draft")


def test_entries_and_figures_are_whole(world: Reporting, who: dict[str, Any]) -> None:
    report = world.report()
    entry(world, report, who)
    refused(lambda: entry(world, report, who), "workplan_entry_once_per_clause")
    refused(
        lambda: entry(world, report, who, clause_id=world.clauses["3d"], status="?"), "workplan_entry_status_is_known"
    )
    refused(lambda: figure(world, report, who), "workplan_figure_has_value_or_reason")
    refused(lambda: figure(world, report, who, value=1, no_data_reason="x"), "workplan_figure_has_value_or_reason")
    figure(world, report, who, value=1)
    refused(lambda: figure(world, report, who, value=2), "workplan_figure_once_per_slot")


def test_evidence_is_a_file_or_a_link(world: Reporting, who: dict[str, Any]) -> None:
    row = {"report_id": world.report(), "clause_id": world.clauses["1a"], "title": "x", **who}
    refused(lambda: models.Evidence.objects.create(**row), "workplan_evidence_is_file_or_link")


def test_slots_are_defined(world: Reporting) -> None:
    slot = models.Slot.objects.get(pk=world.slots["von"])
    for field, value, match in (
        ("code", "von", "workplan_slot_code_once_in_a_plan"),
        ("definition", "", "workplan_slot_is_defined"),
        ("multiplier", 0, "workplan_slot_multiplier_is_positive"),
        ("kind", "guess", "workplan_slot_kind_is_known"),
    ):
        copy = {name: getattr(slot, name) for name in ("plan_id", "clause_id", "name", "unit_of_measure", "aggregate")}
        copy |= {"code": f"von-{field}", "kind": "money", "definition": "d"}
        refused(lambda row={**copy, field: value}: models.Slot.objects.create(**row), match)


def test_a_submission_is_what_its_hash_says_for_ever(world: Reporting) -> None:
    report = world.report()
    refused(lambda: submission(world, report, content_hash="0" * 64), "workplan_submission_hash_fits_content")
    row = submission(world, report)
    refused(lambda: submission(world, report), "workplan_submission_numbered")
    refused(lambda: models.Submission.objects.filter(pk=row.pk).update(content="[]"), "Cannot update or delete")
    refused(lambda: models.Submission.objects.filter(pk=row.pk).delete(), "Cannot update or delete")


def verdict(world: Reporting, report: object, **words: Any) -> models.Acceptance:
    last = models.Submission.objects.filter(report=report).latest("number")
    given = {
        "submission": last, "content_hash": last.content_hash, "submitted_by_id": last.submitted_by_id,
        "accepted_by_id": world.actor("nam").person, "accepted_at": world.at,
    }  # fmt: skip
    return models.Acceptance.objects.create(**{**given, **words})


def test_an_acceptance_is_bound_and_by_another_person(world: Reporting) -> None:
    report, tung, nam = world.handed_in(), world.actor("tung").person, world.actor("nam").person
    refused(lambda: verdict(world, report, accepted_by_id=tung), "workplan_acceptance_by_another_person")
    refused(lambda: verdict(world, report, content_hash="0" * 64), "bound to what was handed in")
    refused(lambda: verdict(world, report, submitted_by_id=world.actor("lan").person), "bound to what was handed in")
    late = world.at + timedelta(days=68)
    refused(lambda: verdict(world, report, accepted_at=late), "period of this report is locked")
    verdict(world, report, accepted_by_id=nam)
    refused(lambda: verdict(world, report), "submission_id|duplicate key")


def test_a_state_needs_its_act(world: Reporting, who: dict[str, Any]) -> None:
    report = models.Report.objects.filter(pk=world.report())
    refused(lambda: report.update(state="submitted", **who), "no act stands behind")
    handed_in = models.Report.objects.filter(pk=world.handed_in())
    refused(lambda: handed_in.update(state="accepted", **who), "no act stands behind")
    refused(lambda: handed_in.update(state="returned", **who), "no act stands behind")
    refused(lambda: handed_in.update(round=None), "stays with its round")
    empty = models.Report.objects.filter(pk=world.report("mai", reporter=TRANG_BOM))
    refused(lambda: empty.delete(), "never deleted")
    verdict(world, handed_in.get().pk)
    handed_in.update(state="accepted", **who)
    refused(lambda: handed_in.update(state="submitted", **who), "Invalid transition")


def test_what_was_handed_in_is_not_rewritten(world: Reporting, who: dict[str, Any]) -> None:
    report = world.handed_in()
    for attempt in (
        lambda: models.Entry.objects.filter(report=report).update(narrative="khác", **who),
        lambda: models.Figure.objects.filter(report=report).update(value=Decimal(9), **who),
        lambda: models.Figure.objects.filter(report=report).delete(),
        lambda: models.Evidence.objects.filter(report=report).delete(),
        lambda: submission(world, report, number=2),
    ):
        refused(attempt, "handed in is not rewritten")


def test_a_locked_period_is_immutable(world: Reporting, who: dict[str, Any]) -> None:
    report, late = world.report(), {**who, "changed_at": world.at + timedelta(days=67)}
    entry(world, report, who)
    for attempt in (
        lambda: models.Entry.objects.filter(report=report).update(narrative="muộn", **late),
        lambda: figure(world, report, late, value=1),
        lambda: models.Report.objects.filter(pk=report).update(edition=F("edition") + 1, **late),
        lambda: submission(world, report, submitted_at=late["changed_at"]),
    ):
        refused(attempt, "period of this report is locked")


def test_the_web_is_held_to_the_clock_of_the_database(world: Reporting, who: dict[str, Any], as_role: Any) -> None:
    """A row that claims an earlier moment does not open a locked period to the web."""
    report = world.report()
    long_ago = {name: world.at - timedelta(days=900) for name in ("opens_at", "due_at", "grace_until", "locks_at")}
    long_ago["opens_at"] -= timedelta(days=1)
    models.Obligation.objects.filter(round=world.round).update(**long_ago)
    models.Round.objects.filter(pk=world.round).update(**long_ago)
    entry(world, report, {**who, "changed_at": world.at - timedelta(days=901)})

    def attempt() -> None:
        with as_role("dongvon_web"), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('dongvon.everything', 'on', true)")
            models.Entry.objects.update(narrative="x", changed_at=world.at - timedelta(days=901))

    refused(attempt, "period of this report is locked")


def test_returns_remarks_and_reopenings_speak(world: Reporting) -> None:
    report = world.handed_in()
    made = return_(**world.envelope("nam"), report=report, comment="Bổ sung")
    row = {"verdict_id": made, "clause_id": world.clauses["1a"]}
    refused(lambda: models.Remark.objects.create(**row, text=""), "workplan_remark_says_something")
    models.Remark.objects.create(**row, text="a")
    refused(lambda: models.Remark.objects.create(**row, text="b"), "workplan_remark_once_per_clause")


def test_reopenings_last_and_have_reasons(world: Reporting) -> None:
    report = world.handed_in()
    content_hash = models.Submission.objects.get().content_hash
    taken = accept(**world.envelope("nam"), report=report, content_hash=content_hash)
    row = {
        "report_id": report, "acceptance_id": taken, "reopened_by_id": world.actor("lan").person,
        "reopened_at": world.at, "open_until": world.at + timedelta(days=1), "reason": "x",
    }  # fmt: skip
    for change, match in (
        ({"reason": ""}, "workplan_reopening_has_reason"),
        ({"open_until": world.at}, "workplan_reopening_lasts"),
    ):
        refused(lambda row={**row, **change}: models.Reopening.objects.create(**row), match)


def test_concerns_keep_their_words(world: Reporting) -> None:
    who = {"raised_by_id": world.actor("hoa").person, "raised_at": world.at}
    row = {"plan_id": world.plan, "unit_id": world.city.units[LONG_BINH], "kind": "difficulty", "text": "x", **who}
    group = models.ConcernGroup.objects.create(
        plan_id=world.plan, title="Nhóm", grouped_by_id=who["raised_by_id"], grouped_at=world.at
    )
    for change, match in (
        ({"text": ""}, "workplan_concern_says_something"),
        ({"kind": "gossip"}, "workplan_concern_kind_is_known"),
        ({"withdrawn_at": world.at, "delivered_at": world.at}, "workplan_concern_withdrawn_before_delivery"),
        ({"group": group}, "workplan_concern_grouped_after_delivery"),
    ):
        refused(lambda row={**row, **change}: models.Concern.objects.create(**row), match)
    sent = models.Concern.objects.create(**row, delivered_at=world.at)
    refused(lambda: models.Concern.objects.filter(pk=sent.pk).update(text="khác"), "handed in is not rewritten")
    refused(lambda: sent.delete(), "withdrawn, never deleted")
    models.Concern.objects.filter(pk=sent.pk).update(group=group)


def test_what_the_branch_says_is_said(world: Reporting) -> None:
    nam = world.actor("nam").person
    groups, group = models.ConcernGroup.objects, {"plan_id": world.plan, "grouped_by_id": nam, "grouped_at": world.at}
    refused(lambda: groups.create(**group, title=""), "workplan_concern_group_has_title")
    made = groups.create(**group, title="Nhóm")
    said = {"group": made, "answered_by_id": nam, "answered_at": world.at}
    refused(lambda: models.Answer.objects.create(**said, text=""), "workplan_answer_says_something")
    asked = {"group": made, "escalated_by_id": nam, "escalated_at": world.at}
    refused(lambda: models.Escalation.objects.create(**asked, question=""), "workplan_escalation_asks")
    sent = models.Escalation.objects.create(**asked, question="?")
    decided = {"escalation": sent, "clause_id": world.clauses["3d"], "decided_by_id": nam, "decided_at": world.at}
    refused(lambda: models.Decision.objects.create(**decided, text=""), "workplan_decision_says_something")
