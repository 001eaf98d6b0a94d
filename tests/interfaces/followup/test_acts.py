"""Follow-up by hand on the pages: special rounds, relief asked and decided."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Extension, Plan, Round
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City


def post(client: Client, name: str, *args: object, **sent: object) -> object:
    return client.post(reverse(name, args=list(args)), {"key": str(uuid4()), **sent}, follow=True)


@pytest.fixture
def last(plan: Plan) -> Round:
    """A round that is still ahead whenever the test runs."""
    return Round.objects.get(plan=plan, kind="annual", year=2028)


def test_a_midterm_review_is_opened(director: Client, plan: Plan) -> None:
    days = {"opens_on": "01/05/2028", "due_on": "15/06/2028"}
    told = {"kind": "midterm", "title": "Sơ kết 3 năm", "basis": "Công văn 12"}
    post(director, "followup:open_round", plan.pk, **days, **told)
    assert Round.objects.filter(plan=plan, kind="midterm", title="Sơ kết 3 năm").exists()
    page = post(director, "followup:open_round", plan.pk, **(days | {"due_on": "15/06/2020"}), **told)
    assert page.status_code == 422  # type: ignore[attr-defined] # a test response


def test_an_extension_is_asked_by_one_and_granted_by_another(client: Client, city: City, last: Round) -> None:
    unit = city.units["ubnd-26041"]
    sign_in(client, city.person("tung", unit="ubnd-26041", role=Role.UNIT_HEAD))
    asked = {"kind": "extension", "due_on": "20/12/2028", "clause": "", "reason": "Lũ lớn", "document": ""}
    post(client, "followup:ask_relief", unit, last.pk, **asked)
    request = Extension.objects.get(unit=unit)
    sign_in(client, city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR))
    assert "Lũ lớn" in client.get(reverse("followup:relief")).content.decode()
    page = post(client, "followup:decide_relief", request.pk, granted="yes", document="", note="")
    assert "văn bản quyết định" in page.content.decode()  # type: ignore[attr-defined] # a test response
    post(client, "followup:decide_relief", request.pk, granted="yes", document="46/QĐ", note="")
    request.refresh_from_db()
    assert (request.state, request.document) == ("granted", "46/QĐ")


def test_an_extension_needs_a_day(client: Client, city: City, last: Round) -> None:
    unit = city.units["ubnd-26041"]
    sign_in(client, city.person("tung", unit="ubnd-26041", role=Role.UNIT_HEAD))
    page = post(client, "followup:ask_relief", unit, last.pk, kind="extension", reason="Lũ", clause="", document="")
    assert page.status_code == 422  # type: ignore[attr-defined] # a test response
    assert not Extension.objects.exists()


def test_a_sibling_s_request_cannot_be_asked(client: Client, city: City, last: Round) -> None:
    sign_in(client, city.person("tung", unit="ubnd-26041", role=Role.UNIT_HEAD))
    page = post(client, "followup:ask_relief", city.units["ubnd-26242"], last.pk, kind="waiver", reason="x")
    assert page.status_code == 404  # type: ignore[attr-defined] # a test response
