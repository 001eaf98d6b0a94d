"""What chị Mai's page shows of her group's requests: the late ones on top, a new one, the list to be made."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.groups.models import Motion
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.models import Application
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import AT, LEADER, TODAY, Village
from tests.operations.units.city import City

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def mai(client: Client, city: City, village: Village) -> Client:
    person = city.person("mai", unit="hoi-nong-dan-26242", role=Role.GROUP_LEADER, group=village.group)
    sign_in(client, person, twice=False)
    return client


def _page(mai: Client, village: Village) -> str:
    return mai.get(reverse("groups:group", args=[village.group])).content.decode()


def test_a_late_request_stands_on_top(mai: Client, village: Village) -> None:
    first, second = village.ask(of=0), village.ask(of=1)
    Application.objects.filter(id=first).update(due_on=TODAY + timedelta(days=3))
    Application.objects.filter(id=second).update(due_on=date(2026, 11, 20))
    page = _page(mai, village)
    assert "1 hồ sơ, xếp ở trên" in page
    assert page.index(reverse("road:file", args=[second])) < page.index(reverse("road:file", args=[first]))


def test_a_new_request_begins_at_a_member(mai: Client, village: Village) -> None:
    assert reverse("road:household", args=[village.households[2]]) in _page(mai, village)


def test_a_leader_enters_a_request(mai: Client, village: Village) -> None:
    """With the reach of a leader: the household is read, and nothing of it may be changed."""
    sent = {
        "key": str(new_id()),
        "programme": str(village.programme("01")),
        "borrower": str(village.people[2]),
        "amount": "30.000.000",
        "term_months": "24",
        "purpose": "Nuôi dê",
        "family": "single",
    }
    answer = mai.post(reverse("road:apply", args=[village.households[2]]), sent)
    assert answer.status_code == 302
    assert Application.objects.get().amount == 30_000_000
    assert mai.get(answer["Location"]).status_code == 200


def test_an_appraisal_leads_to_its_list_until_it_is_made(mai: Client, village: Village) -> None:
    asked = village.ask()
    meeting = village.heard(asked)
    address = reverse("road:screening", args=[meeting])
    assert address in _page(mai, village)
    assert address in mai.get(reverse("groups:meeting", args=[meeting])).content.decode()
    Application.objects.filter(id=asked).update(stage="screened")
    assert address not in _page(mai, village)


def test_a_request_is_voted_on_at_the_meeting(mai: Client, village: Village) -> None:
    asked = village.ask()
    meeting = hold_meeting(
        **village.envelope(LEADER),
        on=TODAY,
        group=village.group,
        kind=MeetingKind.APPRAISAL,
        held_on=TODAY,
        venue="Nhà văn hóa ấp",
        present=tuple(village.people[:6]),
        representative="Bùi Thị Đào",
        hamlet_head="Điểu Vinh",
    )
    page, address = reverse("groups:meeting", args=[meeting]), reverse("groups:vote", args=[meeting])
    assert "Cả 6 người tán thành" in mai.get(page).content.decode()
    sent = {"key": str(new_id()), "about": str(asked), "text": "", "in_favour": 6, "against": 0, "abstained": 0}
    assert mai.post(address, sent).status_code == 302
    motion = Motion.objects.get(meeting=meeting)
    assert motion.about == asked
    assert "50.000.000" in motion.text
    assert "Cả 6 người tán thành" not in mai.get(page).content.decode()


def test_a_request_that_waits_makes_the_next_meeting_an_appraisal(mai: Client, village: Village) -> None:
    chosen = '<option value="appraisal" selected>'
    assert _page(mai, village).count(chosen) == 1  # of a meeting to come
    village.heard(village.ask())
    page = _page(mai, village)
    assert page.count(chosen) == 2
    assert 'value="Bùi Thị Đào"' in page


def test_whoever_sent_the_last_list_is_led_back_to_the_group(mai: Client, village: Village) -> None:
    asked = village.ask()
    meeting = village.heard(asked)
    sent = {"key": str(new_id()), "applications": str(asked)}
    answer = mai.post(reverse("road:screen", args=[meeting]), sent)
    assert (answer.status_code, answer["Location"]) == (302, reverse("groups:group", args=[village.group]))
    assert "hạn xã trả lời" in mai.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("number", [1, 6])
def test_many_requests_ask_the_database_no_more(mai: Client, village: Village, number: int) -> None:
    for of in range(number):
        village.ask(of=of)
    _page(mai, village)
    with CaptureQueriesContext(connection) as caught:
        _page(mai, village)
    assert len(caught) <= 26
