"""Commendation from the ranking to the award, by clicks."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from dongvon.domain.workplan.models import (
    CommendationDecision,
    CommendationProposal,
    CouncilSession,
    Submission,
    Vote,
)
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.score import score
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City
from tests.reporting import LONG_BINH, Reporting, build_reporting


@pytest.fixture
def world(city: City, at: datetime) -> Reporting:
    """A round that is over, scored."""
    found = build_reporting(city, at=at)
    report = found.handed_in()
    accept(**found.envelope("nam"), report=report, content_hash=Submission.objects.get(report=report).content_hash)
    score(**found.envelope("lan", later=timedelta(days=30)), round=found.round)
    return found


@pytest.fixture(autouse=True)
def january(at: datetime) -> object:
    with time_machine.travel(at + timedelta(days=45)):
        yield


def act(client: Client, world: Reporting, name: str, place: str, *places: object, **sent: object) -> int:
    sign_in(client, world.actor(name).person)
    answer = client.post(reverse(f"commendation:{place}", args=places), {"key": str(new_id()), **sent})
    return answer.status_code


def proposal_of(client: Client, world: Reporting) -> CommendationProposal:
    sent = {
        "unit": str(world.city.units[LONG_BINH]),
        "certificate": "city_certificate",
        "achievement": "Dẫn đầu bảng điểm",
    }
    assert act(client, world, "nam", "propose", world.round, **sent) == 302
    return CommendationProposal.objects.get()


def session_of(client: Client, world: Reporting) -> CouncilSession:
    members = [str(world.actor(name).person) for name in ("lan", "binh", "nam")]
    sent = {"held_on": "12/01/2027", "venue": "Phòng họp", "chair": members[0], "members": members}
    assert act(client, world, "nam", "convene", world.round, **sent) == 302
    return CouncilSession.objects.get()


def test_from_a_proposal_to_an_award(client: Client, world: Reporting) -> None:
    proposal, session = proposal_of(client, world), session_of(client, world)
    for name in ("lan", "binh", "nam"):
        assert act(client, world, name, "vote", session.pk, **{proposal.pk.hex: "for"}) == 302
    assert Vote.objects.count() == 3
    assert act(client, world, "nam", "close", session.pk) == 302
    sent = {"proposal": str(proposal.pk), "document_number": "9/QĐ-UBND", "decided_on": "20/01/2027", "amount": "0"}
    assert act(client, world, "binh", "award", session.pk, **sent) == 302
    assert CommendationDecision.objects.get().document_number == "9/QĐ-UBND"
    page = client.get(reverse("commendation:index")).content.decode()
    assert "9/QĐ-UBND" in page


def test_a_ballot_left_empty_is_asked_for_again(client: Client, world: Reporting) -> None:
    proposal_of(client, world)
    session = session_of(client, world)
    assert act(client, world, "lan", "vote", session.pk) == 422
    assert not Vote.objects.exists()


def test_a_second_proposal_for_the_same_is_told_at_its_field(client: Client, world: Reporting) -> None:
    proposal_of(client, world)
    sent = {
        "unit": str(world.city.units[LONG_BINH]),
        "certificate": "city_certificate",
        "achievement": "Lần nữa",
    }
    assert act(client, world, "nam", "propose", world.round, **sent) == 422


def test_a_unit_sees_the_formula_and_its_own_points(client: Client, world: Reporting) -> None:
    sign_in(client, world.actor("mai").person)
    page = client.get(reverse("commendation:index")).content.decode()
    assert "UBND xã Trảng Bom" in page
    assert "UBND xã Tân Triều" not in page
    assert "Đề nghị khen thưởng" not in page


@pytest.mark.parametrize("name", ["submission", "proposing", "convening"])
def test_papers_and_forms_of_the_branch(client: Client, world: Reporting, name: str) -> None:
    proposal_of(client, world)
    assert client.get(reverse(f"commendation:{name}", args=[world.round])).status_code == 200


def test_minutes_are_a_word_file(client: Client, world: Reporting) -> None:
    proposal_of(client, world)
    session = session_of(client, world)
    assert client.get(reverse("commendation:minutes", args=[session.pk])).content.startswith(b"PK")


def test_a_proposal_can_be_taken_back(client: Client, world: Reporting) -> None:
    proposal = proposal_of(client, world)
    assert act(client, world, "nam", "withdraw", proposal.pk) == 302
    proposal.refresh_from_db()
    assert proposal.withdrawn_at is not None


def test_pages_keep_their_query_budget(client: Client, world: Reporting, django_assert_max_num_queries: object) -> None:
    proposal_of(client, world)
    session = session_of(client, world)
    for place in (reverse("commendation:index"), reverse("commendation:session", args=[session.pk])):
        with django_assert_max_num_queries(22):  # type: ignore[operator]
            client.get(place)
