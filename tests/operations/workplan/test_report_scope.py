"""Row scope of reports: a unit's people see its reports and all that hangs on them, and nobody else's."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.workplan.models import Answer, Decision, Escalation
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.answer import answer
from dongvon.domain.workplan.operations.attach_evidence import attach_evidence
from dongvon.domain.workplan.operations.escalate import escalate
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.reopen import reopen
from dongvon.domain.workplan.operations.return_ import ClauseRemark, return_
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.domain.workplan.queries.versions import latest_read
from dongvon.kernel.scope import Scope
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting

TABLES = (
    "workplan_report", "workplan_entry", "workplan_figure", "workplan_evidence", "workplan_submission",
    "workplan_return", "workplan_remark", "workplan_acceptance", "workplan_reopening", "workplan_concern",
    "workplan_concerngroup", "workplan_answer", "workplan_escalation", "documents_attachment",
)  # fmt: skip

AsRole = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def told(world: Reporting) -> Reporting:
    """One commune's report has been through everything."""
    report, own = world.report(), world.city.units[LONG_BINH]
    world.fill_in(report)
    file = {"file_name": "a.pdf", "content": b"%PDF-1.7 x"}
    attach_evidence(**world.envelope("hoa"), report=report, clause=world.clauses["3d"], **file)
    submit(**world.envelope("tung"), report=report, expects=edition_of(report))
    remark = ClauseRemark(clause=world.clauses["3d"], text="Bổ sung")
    return_(**world.envelope("nam"), report=report, comment="Bổ sung", remarks=(remark,))
    submit(**world.envelope("tung"), report=report, expects=edition_of(report))
    reading = latest_read(report, on=world.at.date())
    assert reading is not None
    accept(**world.envelope("nam"), report=report, content_hash=reading.version.content_hash)
    reopen(**world.envelope("lan"), report=report, reason="Sai", until_on=world.at.date())
    said = {"plan": world.plan, "unit": own, "kind": "difficulty", "text": "Thiếu vốn"}
    concern = raise_concern(**world.envelope("hoa"), **said)
    answer(**world.envelope("nam"), concerns=(concern,), text="Đã ghi nhận")
    escalate(**world.envelope("nam"), concerns=(concern,), question="Bổ sung vốn?")
    return world


def seen(as_role: AsRole, scope: Scope) -> dict[str, int]:
    """Rows of each table that somebody with this scope sees."""
    counts: dict[str, int] = {}
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(scope)
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"SELECT count(*) FROM {table}")
                counts[table] = cursor.fetchone()[0]
    return counts


def scope(world: Reporting, name: str, **reach: Any) -> Scope:
    return Scope(person=world.actor(name).person, **reach)


def units(world: Reporting, *codes: str) -> frozenset[UUID]:
    return frozenset(world.city.units[code] for code in codes)


def test_the_unit_and_the_branch_see_all_of_it(told: Reporting, as_role: AsRole) -> None:
    own = seen(as_role, scope(told, "hoa", units=units(told, LONG_BINH)))
    everything = seen(as_role, scope(told, "nam", everything=True))
    assert own == everything
    assert all(own.values())


def test_the_neighbour_and_whoever_has_no_post_see_nothing(told: Reporting, as_role: AsRole) -> None:
    neighbour = seen(as_role, scope(told, "mai", units=units(told, TRANG_BOM)))
    nobody = seen(as_role, scope(told, "mai"))
    assert not any(neighbour.values())
    assert not any(nobody.values())


def test_a_unit_does_not_speak_for_the_branch(told: Reporting, as_role: AsRole) -> None:
    """Even a program gone wrong could not let a unit accept its own report or decide on its own concern."""
    mine = scope(told, "hoa", units=units(told, LONG_BINH))
    answer_row = Answer.objects.get()
    for attempt in (
        lambda: Answer.objects.create(
            group_id=answer_row.group_id, text="x", answered_by_id=mine.person, answered_at=told.at
        ),
        lambda: Decision.objects.create(
            escalation=Escalation.objects.get(), clause_id=told.clauses["3d"], text="x",
            decided_by_id=mine.person, decided_at=told.at,
        ),
    ):  # fmt: skip
        refused = pytest.raises(ProgrammingError, match="row-level security")
        with transaction.atomic(), as_role("dongvon_web"):
            enter_scope(mine)
            with refused, transaction.atomic():
                attempt()
