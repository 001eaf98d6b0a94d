"""Standards and terms of lists: proposed at the branch, approved by its director, and only then in force."""

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.people.models import ListLimit, Standard
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.people.community import law
from tests.operations.units.city import City

pytestmark = pytest.mark.django_db

STANDARD = {
    "measure": "poverty", "area": "urban", "place": "26041", "from_on": "01/01/2028", "over": "0",
    "up_to": "3.000.000", "deprivations": "3", "basis": "Nghị quyết của HĐND", "confidence": "confirmed",
}  # fmt: skip


@pytest.fixture
def officer(city: City) -> Client:
    law()
    client = Client()
    sign_in(client, city.person("bao", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_OFFICER))
    return client


def sent(**values: str) -> dict[str, str]:
    return {"key": str(new_id()), **values}


def test_a_standard_is_proposed_by_one_and_approved_by_another(officer: Client, director: Client) -> None:
    assert officer.post(reverse("lists:propose_standard"), sent(**STANDARD)).status_code == 302
    proposal = Standard.objects.get(place="26041")
    assert (proposal.up_to, proposal.approved_by) == (3_000_000, None)
    address = reverse("lists:approve_standard", args=[proposal.id])
    assert officer.post(address, sent()).status_code == 403
    assert "Có đề xuất chờ duyệt" in director.get(reverse("catalogue:programmes")).content.decode()
    assert address in director.get(reverse("lists:standards")).content.decode()
    assert director.post(address, sent()).status_code == 302
    assert Standard.objects.get(place="26041").approved_by is not None
    assert address not in director.get(reverse("lists:standards")).content.decode()


def test_a_term_is_proposed_by_one_and_approved_by_another(officer: Client, director: Client) -> None:
    term = {"limit": "posting_days", "amount": "5", "on": "01/01/2028", "basis": "x", "confidence": "confirmed"}
    assert officer.post(reverse("lists:propose_limit"), sent(**term)).status_code == 302
    waiting = ListLimit.objects.get(approved_by=None)
    director.post(reverse("lists:approve_limit", args=[waiting.pk]), sent())
    assert ListLimit.objects.get(amount=5).approved_by is not None


def test_what_is_wrong_comes_back_at_its_field(officer: Client) -> None:
    answer = officer.post(reverse("lists:propose_standard"), sent(**{**STANDARD, "deprivations": ""}))
    assert answer.status_code == 422
    assert "chuẩn nghèo phải có số chỉ số thiếu hụt" in answer.content.decode()
    assert officer.post(reverse("lists:propose_limit"), sent(amount="0")).status_code == 422
