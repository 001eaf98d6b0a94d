"""The catalogue's pages: open to citizens, changed by four eyes."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, catalogue, legal_bases
from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MAKER = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
CHECKER = Actor(UUID(int=2), None, frozenset({"branch_director"}))


@pytest.fixture
def poor() -> ProgrammeRow:
    load_catalogue(maker=MAKER, checker=CHECKER, at=AT)
    return next(row for row in catalogue() if row.code == "01")


def test_a_citizen_reads_the_catalogue(client: Client, poor: ProgrammeRow) -> None:
    page = client.get(reverse("catalogue:programmes")).content.decode()
    assert "Hộ nghèo" in page
    assert "7,9248 %/năm" in page
    assert "Đã kiểm chứng" in page


def test_a_citizen_asks_what_a_loan_bore(client: Client, poor: ProgrammeRow) -> None:
    address = reverse("catalogue:programme", args=[poor.id])
    page = client.get(address, {"series": poor.rates[0].series, "signed_on": "01/01/2020"}).content.decode()
    assert "5,94 %/năm" in page
    assert "Đề xuất lãi suất mới" not in page


def test_an_unknown_programme_is_not_found(client: Client, poor: ProgrammeRow) -> None:
    assert client.get(reverse("catalogue:programme", args=[new_id()])).status_code == 404


def _proposal(poor: ProgrammeRow, percent: str) -> dict[str, str]:
    return {
        "key": str(new_id()),
        "series": str(poor.rates[0].series),
        "percent": percent,
        "effective_on": "01/01/2027",
        "applies_to": "outstanding",
        "basis": str(legal_bases()[0].id),
        "confidence": "confirmed",
    }


def test_proposed_by_one_approved_by_another(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "credit_controller")
    client.post(reverse("catalogue:propose", args=[poor.id]), _proposal(poor, "5,5"))
    waiting = [rate for rate in catalogue()[0].rates if rate.approved_by is None]
    assert [str(rate.percent.normalize()) for rate in waiting] == ["5.5"]
    approval = reverse("catalogue:approve", args=[poor.id, waiting[0].id])
    assert client.post(approval, {"key": str(new_id())}).status_code == 403
    sign_in(client, "branch_director")
    assert "chờ duyệt" in client.get(reverse("catalogue:programme", args=[poor.id])).content.decode()
    client.post(approval, {"key": str(new_id())})
    assert not [rate for rate in catalogue()[0].rates if rate.approved_by is None]


def test_an_impossible_rate_is_said_at_its_field(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "credit_controller")
    page = client.post(reverse("catalogue:propose", args=[poor.id]), _proposal(poor, "150"))
    assert page.status_code == 422
    assert "không hợp lệ" in page.content.decode()


def test_the_pages_cost_few_queries(client: Client, poor: ProgrammeRow, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for address in (reverse("catalogue:programmes"), reverse("catalogue:programme", args=[poor.id])):
        with django_assert_max_num_queries(12):
            client.get(address)
