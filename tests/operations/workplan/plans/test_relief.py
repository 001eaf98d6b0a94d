"""A unit is let off or given longer: asked by one, decided by another, by a document; lateness stays."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Extension, Obligation, Plan, Round
from dongvon.domain.workplan.operations.decide_relief import (
    AlreadyDecided,
    DocumentMissing,
    MakerDecides,
    decide_relief,
)
from dongvon.domain.workplan.operations.extend import NotLonger, extend
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.operations.relieving import NothingToRelieve, OnlyOwnUnit, ReasonMissing
from dongvon.domain.workplan.operations.waive import waive
from dongvon.domain.workplan.queries.follow_up import rates
from dongvon.domain.workplan.queries.reliefs import reliefs
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call

LATE = datetime(2026, 12, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def first(plan: Plan) -> Round:
    return Round.objects.get(plan=plan, kind="annual", year=2026)


def asked(first: Round, head: Actor, **changes: Any) -> dict[str, Any]:
    plain = {"unit": head.unit, "clause": None, "reason": "Bão số 9", "document": "", "round": first.pk}
    return {"by": head, **plain, **changes}


def owed_by(unit: UUID | None, first: Round) -> Any:
    return Obligation.objects.filter(round=first, reporter=unit)


def test_a_waiver_takes_effect_when_the_director_grants_it(
    first: Round, head: Actor, director: Actor, call: Call, plan: Plan
) -> None:
    request = call(waive, **asked(first, head))
    assert not owed_by(head.unit, first).filter(waiver__isnull=False).exists()
    touched = call(decide_relief, by=director, relief=request, granted=True, document="45/QĐ-NHCS", note="")
    assert touched == owed_by(head.unit, first).filter(waiver=request).count() == 4
    call(mark_late, at=LATE)
    assert not owed_by(head.unit, first).filter(late=True).exists()
    counted = next(rate for rate in rates(plan.pk, at=LATE) if rate.round.id == first.pk)
    assert (counted.waived, counted.expected) == (4, 7)


def test_an_extension_moves_the_day_and_keeps_recorded_lateness(
    first: Round, head: Actor, director: Actor, call: Call
) -> None:
    call(mark_late, at=LATE)
    request = call(extend, **asked(first, head, due_on=date(2026, 12, 20)), at=LATE)
    call(decide_relief, by=director, relief=request, granted=True, document="46/QĐ", note="", at=LATE)
    row = owed_by(head.unit, first).first()
    assert row.due_at == datetime(2026, 12, 20, 17, 0, tzinfo=UTC)
    assert row.late


def test_a_declined_request_changes_nothing(first: Round, head: Actor, director: Actor, call: Call) -> None:
    request = call(extend, **asked(first, head, due_on=date(2026, 12, 20)))
    assert call(decide_relief, by=director, relief=request, granted=False, document="", note="Đủ thời gian") == 0
    assert Extension.objects.get(pk=request).state == "declined"
    assert not owed_by(head.unit, first).filter(extension__isnull=False).exists()


def test_one_clause_can_be_relieved_alone(first: Round, head: Actor, director: Actor, call: Call) -> None:
    clause = owed_by(head.unit, first).get(clause__code="1c").clause_id
    request = call(waive, **asked(first, head, clause=clause))
    assert call(decide_relief, by=director, relief=request, granted=True, document="47/QĐ", note="") == 1


def test_who_asks_does_not_decide(first: Round, city: City, director: Actor, call: Call) -> None:
    both = Actor(person=director.person, unit=director.unit, roles=frozenset({Role.BRANCH_DIRECTOR}))
    request = call(waive, **asked(first, both, unit=city.units["ubnd-26242"], document="48/QĐ"))
    with pytest.raises(MakerDecides):
        call(decide_relief, by=director, relief=request, granted=True, document="48/QĐ", note="")


def test_nothing_is_granted_without_a_document_or_twice(first: Round, head: Actor, director: Actor, call: Call) -> None:
    request = call(waive, **asked(first, head))
    with pytest.raises(DocumentMissing):
        call(decide_relief, by=director, relief=request, granted=True, document=" ", note="")
    call(decide_relief, by=director, relief=request, granted=True, document="49/QĐ", note="")
    with pytest.raises(AlreadyDecided):
        call(decide_relief, by=director, relief=request, granted=False, document="", note="")


def test_requests_that_make_no_sense_are_refused(first: Round, head: Actor, city: City, call: Call) -> None:
    with pytest.raises(OnlyOwnUnit):
        call(waive, **asked(first, head, unit=city.units["ubnd-26242"]))
    with pytest.raises(ReasonMissing):
        call(waive, **asked(first, head, reason=" "))
    with pytest.raises(NotLonger):
        call(extend, **asked(first, head, due_on=date(2026, 12, 14)))
    owed_by(head.unit, first).update(met_at=datetime(2026, 12, 1, tzinfo=UTC))
    with pytest.raises(NothingToRelieve):
        call(waive, **asked(first, head))


def test_the_undecided_come_first(first: Round, head: Actor, director: Actor, call: Call) -> None:
    old = call(waive, **asked(first, head))
    call(decide_relief, by=director, relief=old, granted=False, document="", note="")
    new = call(extend, **asked(first, head, due_on=date(2026, 12, 20)))
    assert [(row.id, row.kind, row.state) for row in reliefs(on=date(2026, 1, 12))] == [
        (new, "extension", "asked"),
        (old, "waiver", "declined"),
    ]
