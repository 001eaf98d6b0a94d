"""Members come and go by what the group decided, and the board is elected by rules that name their article."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Election, Group, Mandate
from dongvon.domain.groups.operations.admit import LivesElsewhere, admit
from dongvon.domain.groups.operations.carried_motion import NotDecided
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.elect import NotABoardMeeting, elect
from dongvon.domain.groups.operations.found_groups import BoardNotMembers, InAnotherGroup, NotAccepted
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.let_go import NotAMember, OnTheBoard, let_go
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.operations.restore_mandate import NotSuspended, restore_mandate
from dongvon.domain.groups.operations.sign_mandate import MandateStands, NothingGiven, sign_mandate
from dongvon.domain.groups.operations.suspend_mandate import DecisionNeeded, NoMandate, suspend_mandate
from dongvon.domain.groups.operations.transfer_member import SameGroup, transfer_member
from dongvon.domain.groups.queries.groups import MemberRow, departed, group_facts, members_of
from dongvon.domain.groups.rules.board import LeadsElsewhere, OnStandingCommittee, Related
from dongvon.domain.groups.rules.size import WrongSize
from dongvon.domain.groups.vocabulary import Declared, MeetingKind
from dongvon.domain.people.models import Household, Membership
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.people.operations.record_death import record_death
from dongvon.domain.people.operations.relocate import relocate
from dongvon.domain.units.models import Post
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, FOUNDED_ON, ON, Hamlets, people_of, settle
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    return settle(size=6)


def envelope() -> dict[str, Any]:
    return {"key": new_id(), "by": SYSTEM, "at": AT}


def decide(hamlets: Hamlets, *, kind: MeetingKind, about: UUID | None = None, in_favour: int = 6) -> UUID:
    """A closed meeting of chị Mai's group with one motion."""
    there = {"present": tuple(hamlets.members["mai"]), "venue": "Ấp 1", "representative": "Phan Thanh Tùng"}
    meeting = hold_meeting(**envelope(), on=ON, group=hamlets.groups["mai"], kind=kind, held_on=ON, **there)
    motion = put_motion(
        **envelope(), meeting=meeting, text="Biểu quyết", in_favour=in_favour, against=6 - in_favour, about=about
    )
    close_meeting(**envelope(), meeting=meeting, minutes="")
    return motion


def members(hamlets: Hamlets, name: str = "mai", *, on: date = ON) -> int:
    return Group.objects.get(id=hamlets.groups[name]).members.filter(valid__contains=on).count()


def test_somebody_is_admitted_by_the_majority(hamlets: Hamlets) -> None:
    (nga,) = people_of("26041", number=1)
    asked = {"on": ON, "group": hamlets.groups["mai"], "person": nga}
    with pytest.raises(NotDecided):
        admit(**envelope(), **asked, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=nga, in_favour=3))
    with pytest.raises(NotDecided):
        admit(**envelope(), **asked, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=new_id()))
    admit(**envelope(), **asked, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=nga))
    assert members(hamlets) == 7


@pytest.mark.parametrize(
    ("where", "refusal"), [({"place": "26041", "hamlet": "Ấp 2"}, LivesElsewhere), ({"place": "26242"}, LivesElsewhere)]
)
def test_members_live_in_the_hamlet(hamlets: Hamlets, where: dict[str, str], refusal: type[Exception]) -> None:
    place = where.pop("place")
    (nga,) = people_of(place, number=1, **where)
    motion = decide(hamlets, kind=MeetingKind.ADMISSION, about=nga)
    with pytest.raises(refusal):
        admit(**envelope(), on=ON, group=hamlets.groups["mai"], person=nga, motion=motion)


def test_nobody_is_in_two_groups(hamlets: Hamlets) -> None:
    other = hamlets.members["beside"][3]
    motion = decide(hamlets, kind=MeetingKind.ADMISSION, about=other)
    with pytest.raises(InAnotherGroup):
        admit(**envelope(), on=ON, group=hamlets.groups["mai"], person=other, motion=motion)


def test_somebody_leaves_while_enough_stay(hamlets: Hamlets) -> None:
    group, (leader, _, third, fourth, *_rest) = hamlets.groups["mai"], hamlets.members["mai"]
    asked = {"on": ON, "group": group}
    with pytest.raises(OnTheBoard):
        let_go(**envelope(), **asked, person=leader, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=leader))
    stranger = hamlets.members["women"][3]
    with pytest.raises(NotAMember):
        let_go(
            **envelope(), **asked, person=stranger, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=stranger)
        )
    let_go(**envelope(), **asked, person=third, motion=decide(hamlets, kind=MeetingKind.ADMISSION, about=third))
    assert (members(hamlets), members(hamlets, on=date(2026, 11, 23))) == (5, 6)
    hamlets.members["mai"].remove(third)
    with pytest.raises(WrongSize):
        let_go(
            **envelope(),
            **asked,
            person=fourth,
            motion=_decide_by_five(hamlets, about=fourth),
        )


def _decide_by_five(hamlets: Hamlets, *, about: UUID) -> UUID:
    there = {"present": tuple(hamlets.members["mai"]), "venue": "Ấp 1", "representative": "Tùng"}
    meeting = hold_meeting(
        **envelope(), on=ON, group=hamlets.groups["mai"], kind=MeetingKind.ADMISSION, held_on=ON, **there
    )
    motion = put_motion(**envelope(), meeting=meeting, text="Ra tổ", in_favour=5, about=about)
    close_meeting(**envelope(), meeting=meeting, minutes="")
    return motion


def test_a_member_is_transferred(hamlets: Hamlets) -> None:
    asked = {"on": ON, "person": hamlets.members["mai"][4], "group": hamlets.groups["mai"], "reason": "gần nhà"}
    with pytest.raises(SameGroup):
        transfer_member(**envelope(), **asked, into=hamlets.groups["mai"])
    with pytest.raises(LivesElsewhere):
        transfer_member(**envelope(), **asked, into=hamlets.groups["across"])
    transfer_member(**envelope(), **asked, into=hamlets.groups["beside"])
    assert (members(hamlets), members(hamlets, "beside")) == (5, 7)
    with pytest.raises(WrongSize):
        transfer_member(**envelope(), **asked | {"person": hamlets.members["mai"][3]}, into=hamlets.groups["beside"])


def gone_from(group: UUID) -> list[MemberRow]:
    facts = group_facts(group, on=ON)
    assert facts is not None
    return departed(members_of(group, on=ON), group=facts)


def test_who_moved_away_or_died_is_told_until_the_group_has_decided(hamlets: Hamlets) -> None:
    """The household of one moves to Ấp 1 of the other commune, where a group of the same hamlet's name gathers."""
    _, _, gone, dead, *_rest = hamlets.members["mai"]
    group, across = hamlets.groups["mai"], hamlets.groups["across"]
    assert gone_from(group) == []
    own = form_household(**envelope(), on=FOUNDED_ON, code="H1", place="26041", hamlet="Ấp 1", head=gone, others=())
    relocate(**envelope(), on=ON, household=own, place="26242", hamlet="Ấp 1", code="N1")
    record_death(**envelope(), person=dead, on=ON)
    told = {row.person: (row.place, row.hamlet, row.died_on) for row in gone_from(group)}
    assert told == {gone: ("26242", "Ấp 1", None), dead: ("26041", "Ấp 1", ON)}
    transfer_member(**envelope(), on=ON, person=gone, group=group, into=across, reason="Chuyển nhà")
    assert [row.person for row in gone_from(group)] == [dead]
    assert gone_from(across) == []


def _elect(hamlets: Hamlets, *, kind: MeetingKind = MeetingKind.BOARD_CHANGE, **changes: Any) -> UUID:
    _, _, third, fourth, *_rest = hamlets.members["mai"]
    values = {
        "on": ON,
        "group": hamlets.groups["mai"],
        "leader": third,
        "deputy": fourth,
        "motion": decide(hamlets, kind=kind),
        "declared": Declared(),
        "acceptance": "15/UBND ngày 20/11/2026",
    }
    return elect(**envelope(), **(values | changes))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"declared": Declared(related=True)}, Related),
        ({"declared": Declared(on_standing_committee=True)}, OnStandingCommittee),
        ({"declared": Declared(leads_elsewhere=True)}, LeadsElsewhere),
        ({"acceptance": " "}, NotAccepted),
        ({"deputy": UUID(int=1)}, BoardNotMembers),
        ({"kind": MeetingKind.ORDINARY}, NotABoardMeeting),
    ],
)
def test_the_board_is_elected_by_the_rules(hamlets: Hamlets, changes: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _elect(hamlets, **changes)


def test_two_of_one_household_lead_no_group(hamlets: Hamlets) -> None:
    home = Household.objects.create(code="H1", place_id="26041", hamlet="Ấp 1")
    for person in hamlets.members["mai"][2:4]:
        Membership.objects.create(
            household=home, person_id=person, relation="", is_head=False, valid=DateRange(date(2020, 1, 1), None)
        )
    with pytest.raises(Related, match="anh chị em ruột"):
        _elect(hamlets)


def test_a_new_board_begins_with_nothing_of_the_old_one(hamlets: Hamlets) -> None:
    group = hamlets.groups["mai"]
    account = hamlets.leader("mai")
    signed = {"group": group, "interest": True, "savings": True}
    sign_mandate(**envelope(), on=date(2026, 2, 1), number="01/HĐUN", **signed)
    _elect(hamlets)
    assert Group.objects.get(id=group).leader_id == hamlets.members["mai"][2]
    assert Mandate.objects.get(group=group).valid.upper == ON
    assert Post.objects.get(user=account).valid.upper == ON
    assert Election.objects.get(group=group).since_on == ON
    sign_mandate(**envelope(), on=ON, number="02/HĐUN", **signed)


def test_a_mandate_is_given_suspended_and_restored(hamlets: Hamlets) -> None:
    group = hamlets.groups["mai"]
    signed = {"group": group, "number": "01/HĐUN", "on": date(2026, 2, 1)}
    with pytest.raises(NothingGiven, match="nợ gốc"):
        sign_mandate(**envelope(), **signed, interest=False, savings=False)
    with pytest.raises(NoMandate):
        suspend_mandate(**envelope(), on=ON, group=group, decision="7/QĐ", reason="chậm nộp tiền")
    sign_mandate(**envelope(), **signed, interest=True, savings=False)
    with pytest.raises(MandateStands):
        sign_mandate(**envelope(), **signed, interest=True, savings=True)
    with pytest.raises(DecisionNeeded):
        suspend_mandate(**envelope(), on=ON, group=group, decision=" ", reason="x")
    suspend_mandate(**envelope(), on=ON, group=group, decision="7/QĐ", reason="chậm nộp tiền")
    with pytest.raises(NoMandate):
        suspend_mandate(**envelope(), on=ON, group=group, decision="8/QĐ", reason="nữa")
    with pytest.raises(NotSuspended):
        restore_mandate(**envelope(), on=date(2026, 11, 20), group=group, decision="9/QĐ")
    restore_mandate(**envelope(), on=date(2026, 12, 1), group=group, decision="9/QĐ")
    (suspension,) = Mandate.objects.get(group=group).suspensions.all()
    assert (suspension.valid.upper, suspension.restoring_decision) == (date(2026, 12, 1), "9/QĐ")


def test_constraints_of_boards_and_mandates() -> None:
    one, other = UUID(int=1), UUID(int=2)
    board = {"leader_id": one, "deputy_id": other}
    refuses("groups_election_board_is_two_people", good=board, bad=board | {"deputy_id": one})
    refuses("groups_election_is_accepted", good={"acceptance": "1"}, bad={"acceptance": ""})
    refuses("groups_group_is_accepted_by_the_commune", good={"acceptance": "1"}, bad={"acceptance": ""})
    refuses("groups_mandate_number_is_unique", good={"number": "1"}, bad={"number": "1"})
    given = {"interest": True, "savings": False}
    refuses("groups_mandate_gives_something", good=given, bad=given | {"interest": False})
    time = DateRange(date(2026, 1, 1), date(2026, 2, 1))
    refuses("groups_mandate_one_at_a_time", good={"group_id": one, "valid": time}, bad={"group_id": one, "valid": time})
    why = {"decision": "7/QĐ", "reason": "x"}
    refuses("groups_suspension_says_why", good=why, bad=why | {"reason": ""})
    ended = {"valid": time, "restoring_decision": "9/QĐ"}
    refuses("groups_suspension_ends_by_decision", good=ended, bad=ended | {"restoring_decision": ""})
    stands = {"mandate_id": one, "valid": time}
    refuses("groups_suspension_one_at_a_time", good=stands, bad=stands)
