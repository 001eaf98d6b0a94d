"""The month's statement: fees by organisation, commissions by group, and by which rule; vector F of the facts."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import Hamlets, settle
from tests.operations.groups.test_assessment import RULES, enact_assessment, month_of, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def hamlets() -> Hamlets:
    found = settle()
    enact_assessment(*RULES)
    run(*(month_of(found.groups[name]) for name in ("mai", "beside", "women")))
    return found


@pytest.fixture
def hue(client: Client, hamlets: Hamlets) -> Client:
    """Chị Huệ of the farmers' union of the commune."""
    sign_in(client, hamlets.city.person("hue", unit="hoi-nong-dan-26041", role=Role.ORGANISATION_OFFICER))
    return client


def _page(client: Client, *args: Any, month: str = "2026-10") -> str:
    name = "groups:statement_of" if args else "groups:statement"
    return client.get(reverse(name, args=args), {"thang": month}).content.decode()


def test_an_organisation_reads_its_own_fee_and_the_rule(hue: Client) -> None:
    page = _page(hue)
    assert "Cộng: 768.000" in page
    assert "Hội Liên hiệp Phụ nữ" not in page
    assert "0,032%/tháng" in page
    assert "CDTOTKVV" in page
    assert "Chưa đối chiếu văn bản gốc" in page


def test_the_groups_of_an_organisation_are_paid_by_name(hue: Client) -> None:
    page = _page(hue, "26041", "11")
    assert ("6600001" in page, "6600002" in page, "6600003" in page) == (True, True, False)
    assert page.count("1.020.000") == 2
    assert "Cộng: 2.040.000" in page
    assert hue.get(reverse("groups:statement_of", args=["26041", "12"])).status_code == 404


def test_a_month_without_assessment_says_so(hue: Client) -> None:
    assert "Tháng này chưa chấm điểm tổ" in _page(hue, month="2026-09")
    assert "Cộng: 768.000" in _page(hue, month="nonsense")


def test_the_statement_asks_as_much_for_many(client: Client, hamlets: Hamlets) -> None:
    sign_in(client, hamlets.city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR))
    _page(client)
    with CaptureQueriesContext(connection) as caught:
        assert "Cộng: 1.152.000" in _page(client)
    assert len(caught) <= 16
