"""Chị Mai's group admits and lets go, and a board is elected: each from minutes that are closed."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Group, GroupMember, Motion
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.vocabulary import GroupDraft, MeetingKind, Organisation
from dongvon.domain.people.models import Person
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import AT, FOUNDED_ON, Hamlets, people_of, settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    return settle(size=6)


@pytest.fixture
def mai(client: Client, hamlets: Hamlets) -> Client:
    sign_in(client, hamlets.leader("mai"), twice=False)
    return client


def _officer(client: Client, hamlets: Hamlets) -> None:
    """Chị Huệ of the farmers' union of the commune."""
    sign_in(client, hamlets.city.person("hue", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER))


def _nga(*, hamlet: str = "Ấp 1") -> UUID:
    draft = PersonDraft(
        id=new_id(), full_name="Lê Thị Nga", birth_year=1985, sex="female", place="26041", hamlet=hamlet
    )
    register(key=new_id(), by=SYSTEM, at=AT, people=(draft,))
    return draft.id


def _send(client: Client, name: str, id_: UUID, **form: Any) -> Any:
    return client.post(reverse(f"groups:{name}", args=[id_]), {"key": str(new_id()), **form})


def _meeting(hamlets: Hamlets, kind: MeetingKind) -> UUID:
    return hold_meeting(
        key=new_id(),
        by=SYSTEM,
        at=AT,
        on=clock.today(),
        group=hamlets.groups["mai"],
        kind=kind,
        held_on=clock.today(),
        venue="Ấp 1",
        representative="Phan Thanh Tùng",
        present=tuple(hamlets.members["mai"]),
    )


def _closed(hamlets: Hamlets, kind: MeetingKind, *, about: UUID | None = None, in_favour: int = 6) -> UUID:
    meeting = _meeting(hamlets, kind)
    asked = {"text": "Biểu quyết", "in_favour": in_favour, "against": 6 - in_favour, "about": about}
    motion = put_motion(key=new_id(), by=SYSTEM, at=AT, meeting=meeting, **asked)
    close_meeting(key=new_id(), by=SYSTEM, at=AT, meeting=meeting, minutes="")
    return motion


def _today() -> str:
    return f"{clock.today():%d/%m/%Y}"


def test_a_neighbour_is_found_voted_on_and_admitted(mai: Client, hamlets: Hamlets) -> None:
    nga, elsewhere, group = _nga(), _nga(hamlet="Ấp 2"), hamlets.groups["mai"]
    meeting = _meeting(hamlets, MeetingKind.ADMISSION)
    found = _send(mai, "find", meeting, q="nga lê").content.decode()
    assert f'value="{nga}"' in found
    assert f'value="{elsewhere}"' not in found
    assert "Kết nạp Lê Thị Nga (1985)" in found
    assert f'value="{nga}"' not in _send(mai, "find", meeting, q="nga").content.decode()
    vote = {"about": str(nga), "q": "nga lê", "text": "", "in_favour": 6, "against": 0, "abstained": 0}
    assert _send(mai, "vote", meeting, **vote).status_code == 302
    assert Motion.objects.get().text == "Kết nạp Lê Thị Nga (1985)"
    assert _send(mai, "admit", group, person=str(nga), on=_today()).status_code == 422
    _send(mai, "close", meeting, minutes="")
    assert _send(mai, "admit", group, person=str(nga), on=_today()).url == reverse("groups:members", args=[group])
    page = mai.get(reverse("groups:members", args=[group])).content.decode()
    assert "Lê Thị Nga" in page
    assert "Chưa có biểu quyết kết nạp" in page


def test_an_outvoted_neighbour_stays_out(mai: Client, hamlets: Hamlets) -> None:
    _closed(hamlets, MeetingKind.ADMISSION, about=_nga(), in_favour=3)
    assert (
        "Chưa có biểu quyết kết nạp"
        in mai.get(reverse("groups:members", args=[hamlets.groups["mai"]])).content.decode()
    )


def test_a_member_is_let_go_and_the_leader_is_not(mai: Client, hamlets: Hamlets) -> None:
    leader, _deputy, third, *_ = hamlets.members["mai"]
    group = hamlets.groups["mai"]
    _closed(hamlets, MeetingKind.ADMISSION, about=leader)
    refused = _send(mai, "let_go", group, person=str(leader), on=_today())
    assert refused.status_code == 422
    assert refused.context["let_go"].errors.keys() == {"person"}
    _closed(hamlets, MeetingKind.ADMISSION, about=third)
    assert _send(mai, "let_go", group, person=str(third), on=_today()).status_code == 302
    assert GroupMember.objects.get(person=third).valid.upper == clock.today()


def _elected(hamlets: Hamlets, motion: UUID, **changes: Any) -> dict[str, Any]:
    third, fourth = hamlets.members["mai"][2:4]
    given = {"motion": str(motion), "leader": str(third), "deputy": str(fourth), "on": _today()}
    return given | {"acceptance": "31/UBND"} | changes


@pytest.mark.parametrize(
    ("declared", "field"), [("related", "deputy"), ("on_standing_committee", "leader"), ("leads_elsewhere", "leader")]
)
def test_what_is_declared_stops_a_board_at_its_field(
    client: Client, hamlets: Hamlets, declared: str, field: str
) -> None:
    _officer(client, hamlets)
    motion = _closed(hamlets, MeetingKind.BOARD_CHANGE)
    refused = _send(client, "elect", hamlets.groups["mai"], **_elected(hamlets, motion, **{declared: "on"}))
    assert refused.status_code == 422
    assert refused.context["elect"].errors.keys() == {field}


def test_the_organisation_records_an_elected_board(client: Client, hamlets: Hamlets) -> None:
    _officer(client, hamlets)
    group, motion = hamlets.groups["mai"], _closed(hamlets, MeetingKind.BOARD_CHANGE)
    assert _send(client, "elect", group, **_elected(hamlets, motion)).status_code == 302
    assert Group.objects.get(id=group).leader_id == hamlets.members["mai"][2]
    assert _send(client, "admit", group).status_code == 403


def _second(hamlets: Hamlets) -> UUID:
    """Another group of the hamlet of "across"."""
    members = people_of("26242", number=5)
    draft = GroupDraft(
        id=new_id(),
        code="6600009",
        organisation=Organisation.WOMEN,
        place="26242",
        hamlet="Ấp 1",
        point=Group.objects.get(id=hamlets.groups["across"]).point_id,
        leader=members[0],
        deputy=members[1],
        members=tuple(members),
        acceptance="13/UBND",
    )
    found_groups(key=new_id(), by=SYSTEM, at=AT, on=FOUNDED_ON, groups=(draft,))
    return draft.id


def test_the_office_moves_a_member_within_the_hamlet(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.city.person("tung", unit="pgd-trang-bom", role=Role.CREDIT_OFFICER))
    leader, _deputy, third, *_ = hamlets.members["across"]
    group, second = hamlets.groups["across"], _second(hamlets)
    asked = {"on": _today(), "reason": "Gần nhà", "into": str(second)}
    refused = _send(client, "transfer", group, **asked, person=str(leader))
    assert refused.status_code == 422
    assert refused.context["transfer"].errors.keys() == {"person"}
    assert _send(client, "transfer", group, **asked, person=str(third)).status_code == 302
    assert GroupMember.objects.get(person=third, valid__contains=clock.today()).group_id == second


def test_the_leader_is_told_who_moved_away_and_the_office_moves_them_after(client: Client, hamlets: Hamlets) -> None:
    _, _, third, *_ = hamlets.members["across"]
    group, second = hamlets.groups["across"], _second(hamlets)
    Person.objects.filter(id=third).update(hamlet="Ấp 7")
    Group.objects.filter(id=second).update(hamlet="Ấp 7")
    sign_in(client, hamlets.leader("across"), twice=False)
    for page in ("group", "members"):
        told = client.get(reverse(f"groups:{page}", args=[group])).content.decode()
        assert "Ấp 7, " in told, page
        assert "cho ra khỏi tổ" in told, page
    sign_in(client, hamlets.city.person("tung", unit="pgd-trang-bom", role=Role.CREDIT_OFFICER))
    asked = {"on": _today(), "reason": "Chuyển nhà", "into": str(second), "person": str(third)}
    assert _send(client, "transfer", group, **asked).status_code == 302
    assert GroupMember.objects.get(person=third, valid__contains=clock.today()).group_id == second


@pytest.mark.parametrize("size", [6, 40])
def test_a_full_group_asks_no_more(client: Client, size: int) -> None:
    hamlets = settle(size=size)
    sign_in(client, hamlets.leader("mai"), twice=False)
    address = reverse("groups:members", args=[hamlets.groups["mai"]])
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    assert len(caught) <= 18
