"""Chị Hà proposes a limit, bà Lan decides, anh Nam reads what is left."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import Village
from tests.operations.units.city import City

PAGE = reverse("funds:limits")


@pytest.fixture
def signed_in(city: City, village: Village) -> Callable[[str, str, Role], Client]:
    def enter(name: str, unit: str, role: Role) -> Client:
        client = Client()
        sign_in(client, city.person(name, unit=unit, role=role))
        return client

    return enter


def asked(**changes: str) -> dict[str, str]:
    basis = LegalBasis.objects.order_by("number").first()
    given = {"key": str(new_id()), "fund": "2", "amount": "5.000.000.000", "from_on": "01/01/2026", "until_on": ""}
    return {**given, "unit": "", "basis": str(basis.id), **changes}


def test_from_proposal_to_what_is_left(signed_in: Callable[[str, str, Role], Client]) -> None:
    ha = signed_in("ha", "nhcsxh-chi-nhanh", Role.BRANCH_OFFICER)
    lan = signed_in("lan", "nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR)
    assert ha.post(reverse("funds:propose"), asked()).status_code == 302
    row = FundLimit.objects.get(fund="2")
    assert "Giao hạn mức" not in ha.get(PAGE).content.decode()
    assert "Giao hạn mức" in lan.get(PAGE).content.decode()
    assert lan.post(reverse("funds:grant", args=[row.id]), {"key": str(new_id())}).status_code == 302
    nam = signed_in("nam", "pgd-trang-bom", Role.CREDIT_OFFICER)
    page = nam.get(PAGE).content.decode()
    assert "5.000.000.000" in page
    assert "Đề nghị hạn mức" not in page


def test_a_wrong_limit_comes_back(signed_in: Callable[[str, str, Role], Client]) -> None:
    ha = signed_in("ha", "nhcsxh-chi-nhanh", Role.BRANCH_OFFICER)
    answer = ha.post(reverse("funds:propose"), asked(until_on="31/12/2025"))
    assert answer.status_code == 422
    assert "Ngày hết hiệu lực phải sau ngày bắt đầu." in answer.content.decode()


def test_as_many_queries_for_many_limits(signed_in: Callable[[str, str, Role], Client]) -> None:
    ha = signed_in("ha", "nhcsxh-chi-nhanh", Role.BRANCH_OFFICER)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            ha.get(PAGE)
        return len(found)

    ha.post(reverse("funds:propose"), asked())
    few = queries()
    ha.post(reverse("funds:propose"), asked(from_on="01/01/2028"))
    assert queries() == few <= 16
