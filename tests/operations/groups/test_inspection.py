"""A group is inspected whole, what is wrong is said, and a promise is followed up."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Inspection, InspectionLine, Promise
from dongvon.domain.groups.operations.follow_up import KeptTooEarly, NoOpenPromise, NothingSeen, follow_up
from dongvon.domain.groups.operations.hold_meeting import GroupNotLiving
from dongvon.domain.groups.operations.inspect import (
    FaultUnsaid,
    InspectedAlready,
    MattersLeftOut,
    NotInspectedYet,
    PromiseTooEarly,
    TeamUnknown,
    inspect,
)
from dongvon.domain.groups.queries.inspections import inspection, promises_open
from dongvon.domain.groups.queries.troubles import uninspected_groups
from dongvon.domain.groups.vocabulary import GroupFigures, InspectionDraft, LineDraft, Matter, PromiseDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, ON, Hamlets, asking, settle
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

LINES = tuple(LineDraft(matter=matter, in_order=True) for matter in Matter)
FIGURES = GroupFigures(outstanding=100_000_000, overdue=2_000_000, interest=300_000)
PROMISED = PromiseDraft(text="Lập lại sổ họp tổ", due_on=date(2026, 12, 24))
A_DAY, ANOTHER = date(2026, 11, 2), date(2026, 11, 3)


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


def officer(hamlets: Hamlets) -> Actor:
    unit = hamlets.city.units["hoi-nong-dan-26041"]
    person = hamlets.city.person("tung", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER)
    return Actor(person=person, unit=unit, roles=frozenset({Role.ORGANISATION_OFFICER}))


def visit(hamlets: Hamlets, by: Actor, *, group: str = "mai", **changes: Any) -> UUID:
    given = {"inspected_on": ON, "team": "Phan Thanh Tùng, Phó Chủ tịch Hội", "lines": LINES, "promises": (PROMISED,)}
    draft = InspectionDraft(**{**given, **changes})
    return inspect(key=new_id(), by=by, at=AT, on=ON, group=hamlets.groups[group], inspection=draft, figures=FIGURES)


def keep(by: Actor, promise: UUID, **changes: Any) -> UUID:
    given = {"kept_on": ON, "seen": "Sổ họp đã đủ ba tháng"} | changes
    return follow_up(key=new_id(), by=by, at=AT, on=ON, promise=promise, **given)


def test_a_visit_is_kept_with_what_was_owed_that_day(hamlets: Hamlets) -> None:
    found = inspection(visit(hamlets, officer(hamlets), faults="Thiếu chữ ký ở bảng kê"))
    assert found is not None
    assert (found.members, found.outstanding, found.overdue) == (5, 100_000_000, 2_000_000)
    assert [line.matter for line in found.lines] == list(Matter)
    assert [each.text for each in found.promises] == ["Lập lại sổ họp tổ"]
    living, left, rows = uninspected_groups(on=ON)
    assert (living, left) == (4, 3)
    assert hamlets.groups["mai"] not in {row.group for row in rows}
    assert uninspected_groups(on=date(2027, 1, 4))[1] == 4


@pytest.mark.parametrize(
    ("refusal", "changes"),
    [
        (NotInspectedYet, {"inspected_on": date(2026, 11, 25)}),
        (GroupNotLiving, {"inspected_on": date(2025, 11, 25)}),
        (TeamUnknown, {"team": " "}),
        (MattersLeftOut, {"lines": LINES[1:]}),
        (MattersLeftOut, {"lines": (*LINES, LINES[0])}),
        (FaultUnsaid, {"lines": (LineDraft(matter=Matter.FOUNDING, in_order=False), *LINES[1:])}),
        (PromiseTooEarly, {"promises": (PromiseDraft(text="Nộp đủ lãi", due_on=ON),)}),
        (PromiseTooEarly, {"promises": (PromiseDraft(text="", due_on=date(2026, 12, 24)),)}),
    ],
)
def test_what_is_refused(hamlets: Hamlets, refusal: type[Exception], changes: dict[str, Any]) -> None:
    with pytest.raises(refusal):
        visit(hamlets, officer(hamlets), **changes)
    assert not Inspection.objects.exists()


def test_one_visit_of_a_unit_a_day(hamlets: Hamlets) -> None:
    by = officer(hamlets)
    visit(hamlets, by)
    with pytest.raises(InspectedAlready):
        visit(hamlets, by)


def test_a_promise_is_kept_once(hamlets: Hamlets) -> None:
    by = officer(hamlets)
    held = visit(hamlets, by)
    (promise,) = promises_open()
    assert promise.late(on=date(2026, 12, 25))
    assert not promise.late(on=date(2026, 12, 24))
    with pytest.raises(NothingSeen):
        keep(by, promise.id, seen=" ")
    with pytest.raises(KeptTooEarly):
        keep(by, promise.id, kept_on=date(2026, 11, 23))
    assert keep(by, promise.id) == held
    assert promises_open() == []
    with pytest.raises(NoOpenPromise):
        keep(by, promise.id)


def test_a_leader_does_not_inspect_the_own_group(hamlets: Hamlets) -> None:
    with pytest.raises(NotAllowed):
        visit(hamlets, hamlets.acting())


def test_a_visit_is_seen_where_the_group_is(hamlets: Hamlets, as_role: Any) -> None:
    by = officer(hamlets)
    mine, far = visit(hamlets, by), visit(hamlets, by, group="across")
    with asking(as_role, hamlets.leader("mai")):
        assert inspection(mine) is not None
        assert inspection(far) is None
        assert [each.group for each in promises_open()] == [hamlets.groups["mai"]]
        assert InspectionLine.objects.count() == len(Matter)


def test_what_was_written_stays(hamlets: Hamlets) -> None:
    by = officer(hamlets)
    visit(hamlets, by)
    keep(by, Promise.objects.get().id)
    for rows in (Inspection.objects.all(), InspectionLine.objects.all(), Promise.objects.all()):
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
            rows.delete()
    with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
        Promise.objects.update(seen="khác")


VISIT = {"group_id": UUID(int=1), "unit": UUID(int=2), "inspected_on": A_DAY}
KEPT = {"kept_on": A_DAY, "seen": "đã xem", "seen_by": UUID(int=3), "seen_at": AT}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("groups_inspection_once_a_day", VISIT, VISIT),
        ("groups_inspection_says_who_went", {"team": "Tùng"}, {"team": ""}),
        (
            "groups_inspection_figures_are_possible",
            {"outstanding": 2, "overdue": 2, "interest": 0},
            {"outstanding": 2, "overdue": 3, "interest": 0},
        ),
        (
            "groups_inspection_line_once",
            {"inspection_id": UUID(int=1), "matter": "board"},
            {"inspection_id": UUID(int=1), "matter": "board"},
        ),
        ("groups_inspection_line_says_what_is_wrong", {"in_order": True, "note": ""}, {"in_order": False, "note": ""}),
        ("groups_promise_says_what", {"text": "Nộp"}, {"text": ""}),
        ("groups_promise_kept_before_somebody", KEPT, KEPT | {"seen": ""}),
    ],
)
def test_constraints(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)
