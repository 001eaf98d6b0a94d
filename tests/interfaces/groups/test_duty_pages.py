"""The organisation sees what waits for it; the commune founds a group; a leader calls a meeting from the phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.groups.models import Group, MeetingCall
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import Hamlets, people_of, settle

pytestmark = pytest.mark.django_db

Entering = Callable[[str, str, Role], Client]
DUTIES = reverse("groups:duties")


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


@pytest.fixture
def entering(hamlets: Hamlets) -> Entering:
    def enter(name: str, unit: str, role: Role) -> Client:
        client = Client()
        sign_in(client, hamlets.city.person(name, unit=unit, role=role))
        return client

    return enter


def called(hamlets: Hamlets, client: Client, name: str, days: int) -> None:
    day = clock.today() + timedelta(days=days)
    sent = {"call-kind": "appraisal", "call-meets_on": f"{day:%d/%m/%Y}", "call-begins": "19:00"}
    given = {"key": str(new_id()), "call-venue": "Nhà văn hóa ấp 1", **sent}
    client.post(reverse("groups:call", args=[hamlets.groups[name]]), given)


def test_a_leader_calls_and_the_organisation_sees(client: Client, hamlets: Hamlets, entering: Entering) -> None:
    sign_in(client, hamlets.leader("mai"), twice=False)
    called(hamlets, client, "mai", 3)
    assert "Đã hẹn 19:00" in client.get(reverse("groups:group", args=[hamlets.groups["mai"]])).content.decode()
    tung = entering("tung", "hoi-nong-dan-26041", Role.ORGANISATION_OFFICER)
    page = tung.get(DUTIES).content.decode()
    assert "Phải dự" in page
    assert "6600001" in page
    wrong = client.post(reverse("groups:call", args=[hamlets.groups["mai"]]), {"key": str(new_id())})
    assert wrong.status_code == 422
    assert MeetingCall.objects.count() == 1


def test_the_page_does_not_grow(hamlets: Hamlets, entering: Entering) -> None:
    tung = entering("tung", "hoi-nong-dan-26041", Role.ORGANISATION_OFFICER)
    nam = entering("nam", "pgd-trang-bom", Role.CREDIT_OFFICER)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert tung.get(DUTIES).status_code == 200
        return len(found)

    called(hamlets, nam, "mai", 1)
    few = queries()
    called(hamlets, nam, "mai", 2)
    called(hamlets, nam, "beside", 2)
    assert queries() == few <= 24


def test_a_commune_founds_a_group(hamlets: Hamlets, entering: Entering) -> None:
    new = people_of("26041", number=6, hamlet="Ấp 2")
    hieu = entering("hieu", "ubnd-26041", Role.COMMUNE_OFFICER)
    chosen = hieu.get(reverse("groups:founding"), {"ap": "26041|Ấp 2"}).content.decode()
    assert chosen.count('name="members"') == 6
    sent = {
        "key": str(new_id()),
        "ap": "26041|Ấp 2",
        "code": "6600099",
        "organisation": "12",
        "on": f"{clock.today():%d/%m/%Y}",
        "acceptance": "14/UBND ngày 20/11/2026",
        "point": str(Group.objects.get(code="6600001").point_id),
        "leader": str(new[0]),
        "deputy": str(new[1]),
        "members": [str(one) for one in new],
    }
    refused = hieu.post(reverse("groups:found"), {**sent, "members": [str(one) for one in new[:4]]})
    assert refused.status_code == 422
    kin = hieu.post(reverse("groups:found"), {**sent, "key": str(new_id()), "related": "on"})
    assert "không được là vợ chồng" in kin.content.decode()
    last = {**sent, "key": str(new_id())}
    made, again = hieu.post(reverse("groups:found"), last), hieu.post(reverse("groups:found"), last)
    assert made.url == again.url == reverse("groups:group", args=[Group.objects.get(code="6600099").id])
    assert hieu.get(reverse("groups:founding"), {"ap": "26242|Ấp 1"}).status_code == 404
