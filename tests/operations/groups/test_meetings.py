"""A meeting is put down as it was: who came, what was voted, and minutes that stay once they are closed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from dongvon.domain.groups.models import Attendance, Meeting, Motion
from dongvon.domain.groups.operations.call_roll import VotedMore, call_roll
from dongvon.domain.groups.operations.close_meeting import (
    HamletHeadAbsent,
    MinutesEmpty,
    OrganisationAbsent,
    close_meeting,
)
from dongvon.domain.groups.operations.hold_meeting import (
    GroupNotLiving,
    NobodyThere,
    NotMembers,
    NotYetHeld,
    hold_meeting,
)
from dongvon.domain.groups.operations.open_minutes import MinutesClosed, NoSuchMeeting
from dongvon.domain.groups.operations.put_motion import NothingAsked, VotesDoNotAddUp, put_motion
from dongvon.domain.groups.queries.meetings import meeting, meetings_of
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, ON, Hamlets, settle
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


@pytest.fixture
def envelope(hamlets: Hamlets) -> Callable[[], dict[str, Any]]:
    by = hamlets.acting()
    return lambda: {"key": new_id(), "by": by, "at": AT}


@pytest.fixture
def held(hamlets: Hamlets, envelope: Callable[[], dict[str, Any]]) -> Callable[..., UUID]:
    def hold(**changes: Any) -> UUID:
        values = {
            "group": hamlets.groups["mai"],
            "kind": MeetingKind.APPRAISAL,
            "held_on": ON,
            "on": ON,
            "venue": "Nhà văn hóa ấp 1",
            "present": tuple(hamlets.members["mai"]),
        }
        return hold_meeting(**envelope(), **(values | changes))

    return hold


def test_chi_mai_holds_an_appraisal(hamlets, envelope, held) -> None:
    present = tuple(hamlets.members["mai"][:4])
    asked = held(present=present, representative="Phan Thanh Tùng", hamlet_head="Lê Văn Ấp")
    request = new_id()
    put_motion(**envelope(), meeting=asked, text="Bà Hoa vay 50 triệu đồng", in_favour=3, against=1, about=request)
    assert close_meeting(**envelope(), meeting=asked, minutes="Bình xét công khai.") == 1
    row = meeting(asked)
    assert (row.kind, row.group, row.held_on, row.number) == ("appraisal", hamlets.groups["mai"], ON, 1)
    assert (set(row.present), row.representative, row.hamlet_head) == (set(present), "Phan Thanh Tùng", "Lê Văn Ấp")
    (motion,) = row.motions
    assert (motion.about, motion.carried) == (request, True)
    assert (motion.in_favour, motion.against, motion.abstained) == (3, 1, 0)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"held_on": date(2026, 11, 25)}, NotYetHeld),
        ({"held_on": date(2026, 1, 4)}, GroupNotLiving),
        ({"present": ()}, NobodyThere),
        ({"present": (UUID(int=1),)}, NotMembers),
    ],
)
def test_what_did_not_happen_is_not_put_down(held, changes, refusal) -> None:
    with pytest.raises(refusal):
        held(**changes)


@pytest.mark.parametrize(
    ("there", "refusal"),
    [
        ({"hamlet_head": "Lê Văn Ấp"}, OrganisationAbsent),
        ({"representative": "Phan Thanh Tùng"}, HamletHeadAbsent),
        ({"representative": "Phan Thanh Tùng", "hamlet_head": "Lê Văn Ấp"}, MinutesEmpty),
    ],
)
def test_an_appraisal_is_closed_with_its_witnesses_only(envelope, held, there, refusal) -> None:
    asked = held(**there)
    with pytest.raises(refusal):
        close_meeting(**envelope(), meeting=asked, minutes=" ")


def test_an_ordinary_meeting_needs_no_guest(envelope, held) -> None:
    numbers = [
        close_meeting(**envelope(), meeting=held(kind=MeetingKind.ORDINARY), minutes="Nhắc nợ.") for _ in range(2)
    ]
    assert numbers == [1, 2]


@pytest.mark.parametrize("votes", [(5, 1, 0), (4, 0, 0), (6, -1, 0)])
def test_everybody_present_votes_once(envelope, held, votes) -> None:
    with pytest.raises(VotesDoNotAddUp, match="5 tổ viên dự họp"):
        put_motion(
            **envelope(), meeting=held(), text="Quy ước", in_favour=votes[0], against=votes[1], abstained=votes[2]
        )


def test_a_motion_says_something_and_may_be_put_again(envelope, held) -> None:
    asked, about = held(), new_id()
    with pytest.raises(NothingAsked):
        put_motion(**envelope(), meeting=asked, text=" ", in_favour=5)
    put_motion(**envelope(), meeting=asked, text="Quy ước", in_favour=5)
    for in_favour in (2, 1):
        put_motion(**envelope(), meeting=asked, text="Chị Nga", in_favour=in_favour, against=5 - in_favour, about=about)
    motions = meeting(asked).motions
    assert [(each.number, each.in_favour, each.carried) for each in motions] == [(1, 5, True), (2, 1, False)]


def test_the_roll_is_called_anew(hamlets, envelope, held) -> None:
    asked, members = held(), hamlets.members["mai"]
    put_motion(**envelope(), meeting=asked, text="Quy ước", in_favour=5)
    with pytest.raises(VotedMore):
        call_roll(**envelope(), meeting=asked, present=tuple(members[:4]))
    other = held(present=tuple(members[:3]))
    call_roll(**envelope(), meeting=other, present=tuple(members[2:]), hamlet_head=" Lê  Văn Ấp ")
    assert set(meeting(other).present) == set(members[2:])
    assert meeting(other).hamlet_head == "Lê Văn Ấp"


def test_closed_minutes_stay(hamlets, envelope, held) -> None:
    asked = held(kind=MeetingKind.ORDINARY)
    put_motion(**envelope(), meeting=asked, text="Quy ước", in_favour=5)
    close_meeting(**envelope(), meeting=asked, minutes="Nhắc nợ.")
    with pytest.raises(MinutesClosed, match="số 1"):
        put_motion(**envelope(), meeting=asked, text="Khác", in_favour=5)
    with pytest.raises(MinutesClosed):
        call_roll(**envelope(), meeting=asked, present=tuple(hamlets.members["mai"]))
    with pytest.raises(ProgrammingError), transaction.atomic():
        Meeting.objects.filter(id=asked).update(minutes="Khác")
    for table, rows in (("groups_motion", Motion), ("groups_attendance", Attendance)):
        with pytest.raises(IntegrityError, match=f"{table}_of_closed_meeting_stays"), transaction.atomic():
            rows.objects.filter(meeting=asked).delete()
    with pytest.raises(NoSuchMeeting):
        put_motion(**envelope(), meeting=new_id(), text="Khác", in_favour=5)


def test_the_last_meeting_comes_first(held, hamlets) -> None:
    earlier, later = held(held_on=date(2026, 10, 1)), held()
    assert [row.id for row in meetings_of(hamlets.groups["mai"])] == [later, earlier]


def test_meeting_constraints() -> None:
    closed = {"number": 1, "closed_by": UUID(int=1), "closed_at": AT, "representative": "A", "hamlet_head": "B"}
    refuses("groups_meeting_closed_whole", good=closed, bad=closed | {"closed_by": None})
    appraisal = closed | {"kind": "appraisal"}
    refuses("groups_meeting_organisation_attends", good=appraisal, bad=appraisal | {"representative": ""})
    refuses("groups_meeting_hamlet_head_witnesses", good=appraisal, bad=appraisal | {"hamlet_head": ""})
    group = {"group_id": UUID(int=1), "number": 1}
    refuses("groups_meeting_number_is_unique", good=group, bad=group)
    there = {"meeting_id": UUID(int=1), "person_id": UUID(int=2)}
    refuses("groups_attendance_once", good=there, bad=there)
    motion = {"meeting_id": UUID(int=1), "number": 1}
    refuses("groups_motion_number_is_unique", good=motion, bad=motion)
