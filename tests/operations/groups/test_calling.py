"""A group is called together ahead of the day; what was put down is no longer ahead."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.operations.call_meeting import CalledAlready, CalledTooLate, VenueMissing, call_meeting
from dongvon.domain.groups.operations.hold_meeting import GroupNotLiving, hold_meeting
from dongvon.domain.groups.queries.calls import calls_ahead
from dongvon.domain.groups.queries.troubles import troubled_groups
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, ON, Hamlets, asking, settle
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

MAI = Actor(new_id(), None, frozenset({Role.GROUP_LEADER}))
SOON = date(2026, 11, 30)


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


def call(hamlets: Hamlets, group: str = "mai", **changes: Any) -> UUID:
    given = {"kind": MeetingKind.APPRAISAL, "meets_on": SOON, "begins": time(19), "venue": "Nhà văn hóa ấp 1"}
    return call_meeting(key=new_id(), by=MAI, at=AT, on=ON, group=hamlets.groups[group], **(given | changes))


def test_a_call_is_ahead_until_it_is_held(hamlets: Hamlets) -> None:
    call(hamlets, meets_on=ON)
    call(hamlets, kind=MeetingKind.ORDINARY)
    first, second = calls_ahead(on=ON)
    assert (first.meets_on, first.attended, second.attended) == (ON, True, False)
    given = {"kind": MeetingKind.APPRAISAL, "held_on": ON, "venue": "Ấp 1", "present": tuple(hamlets.members["mai"])}
    hold_meeting(key=new_id(), by=MAI, at=AT, on=ON, group=hamlets.groups["mai"], **given)
    assert [row.meets_on for row in calls_ahead(on=ON)] == [SOON]
    assert calls_ahead(on=date(2026, 12, 1)) == []


def test_what_is_refused(hamlets: Hamlets) -> None:
    for refusal, changes in (
        (CalledTooLate, {"meets_on": date(2026, 11, 23)}),
        (VenueMissing, {"venue": " "}),
    ):
        with pytest.raises(refusal):
            call(hamlets, **changes)
    hamlets.groups["nobody"] = new_id()
    with pytest.raises(GroupNotLiving):
        call(hamlets, "nobody")
    call(hamlets)
    with pytest.raises(CalledAlready):
        call(hamlets, kind=MeetingKind.ORDINARY)


def test_the_organisation_sees_its_groups_meetings(hamlets: Hamlets, as_role: Any) -> None:
    for name in ("mai", "beside", "women", "across"):
        call(hamlets, name)
    tung = hamlets.city.person("tung", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER)
    with asking(as_role, tung):
        assert {row.group for row in calls_ahead(on=ON)} == {hamlets.groups["mai"], hamlets.groups["beside"]}


def test_the_most_overdue_group_comes_first(hamlets: Hamlets) -> None:
    owed = {hamlets.groups["beside"]: 5_000_000, hamlets.groups["women"]: 9_000_000}
    assert [row.group for row in troubled_groups(on=ON, overdue=owed)] == [
        hamlets.groups["women"],
        hamlets.groups["beside"],
    ]
    assert troubled_groups(on=ON, overdue={}) == []


def test_constraints() -> None:
    once = {"group_id": UUID(int=1), "meets_on": SOON}
    refuses("groups_meeting_call_once_a_day", good=once, bad=once)
    refuses("groups_meeting_call_says_where", good={"venue": "Ấp 1"}, bad={"venue": ""})
