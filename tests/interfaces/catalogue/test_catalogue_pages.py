"""The catalogue's pages: open to citizens, changed by four eyes."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, catalogue, legal_bases
from dongvon.domain.units.operations.map_places import map_places
from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in
from tests.operations.lending.bank import Bank
from tests.operations.units.city import SINCE, new_place

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MAKER = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
CHECKER = Actor(UUID(int=2), None, frozenset({"branch_director"}))


@pytest.fixture
def poor(founded_bank: Bank) -> ProgrammeRow:
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


def yes() -> dict[str, str]:
    return {"key": str(new_id()), "decision": "grant"}


def test_what_is_turned_down_tells_its_proposer_why(client: Client, poor: ProgrammeRow) -> None:
    address = reverse("catalogue:programme", args=[poor.id])
    sign_in(client, "credit_controller")
    client.post(reverse("catalogue:propose", args=[poor.id]), _proposal(poor, "5,5"))
    client.post(reverse("catalogue:propose_term", args=[poor.id]), _conditions())
    rate = next(rate for rate in catalogue()[0].rates if not rate.granted)
    term = next(term for term in catalogue()[0].terms if not term.granted)
    sign_in(client, "branch_director")
    no = {"decision": "decline", "reason": "Chưa có quyết định của Thủ tướng"}
    silent = client.post(
        reverse("catalogue:decide", args=[poor.id, rate.id]), {**yes(), **no, "reason": ""}, follow=True
    )
    assert "Hãy ghi lý do không duyệt" in silent.content.decode()
    client.post(reverse("catalogue:decide", args=[poor.id, rate.id]), {**yes(), **no})
    client.post(reverse("catalogue:decide_term", args=[poor.id, term.id]), {**yes(), **no})
    assert "chờ duyệt" not in client.get(address).content.decode()
    assert no["reason"] not in Client().get(address).content.decode()
    sign_in(client, "credit_controller")
    assert client.get(address).content.decode().count(no["reason"]) == 2


def test_proposed_by_one_approved_by_another(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "credit_controller")
    client.post(reverse("catalogue:propose", args=[poor.id]), _proposal(poor, "5,5"))
    waiting = [rate for rate in catalogue()[0].rates if not rate.granted]
    assert [str(rate.percent.normalize()) for rate in waiting] == ["5.5"]
    approval = reverse("catalogue:decide", args=[poor.id, waiting[0].id])
    assert client.post(approval, yes()).status_code == 403
    sign_in(client, "branch_director")
    assert "chờ duyệt" in client.get(reverse("catalogue:programme", args=[poor.id])).content.decode()
    client.post(approval, yes())
    assert not [rate for rate in catalogue()[0].rates if not rate.granted]


def _conditions(**given: str) -> dict[str, str]:
    return {
        "key": str(new_id()),
        "fund": "2",
        "effective_on": "01/01/2027",
        "channel": "entrusted",
        "longest_months": "60",
        "grace_months": "0",
        "overdue_percent": "130",
        "ceiling_household": "150.000.000",
        "basis": str(legal_bases()[0].id),
        "confidence": "confirmed",
        **given,
    }


def test_the_city_sets_its_own_conditions_for_its_money(client: Client, poor: ProgrammeRow) -> None:
    address = reverse("catalogue:programme", args=[poor.id])
    sign_in(client, "branch_officer")
    form = client.get(reverse("catalogue:term", args=[poor.id])).content.decode()
    assert 'value="100.000.000"' in form or 'value="100000000"' in form  # those in force
    client.post(reverse("catalogue:propose_term", args=[poor.id]), _conditions())
    waiting = next(term for term in catalogue()[0].terms if not term.granted)
    assert (waiting.fund, waiting.ceilings[0].amount) == ("2", 150_000_000)
    approval = reverse("catalogue:decide_term", args=[poor.id, waiting.id])
    assert client.post(approval, yes()).status_code == 403
    sign_in(client, "branch_director")
    assert "chờ duyệt" in client.get(address).content.decode()
    client.post(approval, yes())
    page = client.get(address).content.decode()
    assert "01/01/2027 (sắp áp dụng)" in page
    assert "01/03/2019 (đang áp dụng)" in page
    assert 'aria-label="đã đổi"' in page


def test_impossible_conditions_are_said(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "branch_officer")
    address = reverse("catalogue:propose_term", args=[poor.id])
    page = client.post(address, _conditions(until="01/01/2026"))
    assert (page.status_code, 'href="#id_until"' in page.content.decode()) == (422, True)
    page = client.post(address, _conditions(ceiling_household=""))
    assert "ít nhất một mức vay tối đa" in page.content.decode()


def test_a_rate_for_one_commune(client: Client, poor: ProgrammeRow) -> None:
    """A reduction for one area is a series of its own, so that other communes keep theirs."""
    sign_in(client, "credit_controller")
    area = "26242"
    map_places(key=new_id(), by=SYSTEM, at=AT, places=(new_place(code=area, name="Trảng Bom"),), since=SINCE, basis="-")
    client.post(reverse("catalogue:propose", args=[poor.id]), {**_proposal(poor, "4,24"), "area": area})
    waiting = [rate for rate in catalogue()[0].rates if not rate.granted]
    assert [(rate.area, rate.since_stated) for rate in waiting] == [(area, False)]


def test_how_it_is_repaid_and_what_is_assumed_is_shown(client: Client, poor: ProgrammeRow) -> None:
    page = client.get(reverse("catalogue:programme", args=[poor.id])).content.decode()
    assert "trong đó sửa nhà" in page
    assert "trả gốc 24 tháng một kỳ, mỗi kỳ tròn xuống 100.000\u00a0đ" in page
    assert "Ngày giả định" in page


def test_what_bars_what_is_shown(client: Client, poor: ProgrammeRow) -> None:
    page = client.get(reverse("catalogue:programme", args=[poor.id])).content.decode()
    assert "Thì không được vay" in page
    assert "Hộ cận nghèo" in page


def test_the_rate_of_a_day_is_explained(client: Client, poor: ProgrammeRow) -> None:
    asked = {"series": poor.rates[0].series, "signed_on": "01/01/2020", "day": "15/10/2021"}
    page = client.get(reverse("catalogue:programme", args=[poor.id]), asked).content.decode()
    assert "1990/QĐ-TTg thay đổi có thời hạn từ 01/10/2021 đến trước 01/01/2022" in page


def test_a_document_is_cited(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "branch_officer")
    document = {"number": "9/2026/NQ-HĐND", "title": "Vốn ngân sách", "confidence": "confirmed"}
    client.post(reverse("catalogue:cite"), {"key": str(new_id()), **document})
    assert "9/2026/NQ-HĐND" in client.get(reverse("catalogue:documents")).content.decode()


def test_an_impossible_rate_is_said_at_its_field(client: Client, poor: ProgrammeRow) -> None:
    sign_in(client, "credit_controller")
    page = client.post(reverse("catalogue:propose", args=[poor.id]), _proposal(poor, "150"))
    assert page.status_code == 422
    assert "không hợp lệ" in page.content.decode()


def test_the_pages_cost_few_queries(client: Client, poor: ProgrammeRow, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for address in (reverse("catalogue:programmes"), reverse("catalogue:programme", args=[poor.id])):
        with django_assert_max_num_queries(14):
            client.get(address)
