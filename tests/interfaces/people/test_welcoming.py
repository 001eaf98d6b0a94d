"""Somebody new is entered on a page: the number is doubted once, the household is joined or founded."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.people.models import Household, Membership, Person
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.people.community import draft, enter, household, law
from tests.operations.units.city import City

pytestmark = pytest.mark.django_db

MAI: dict[str, Any] = {
    "full_name": "trần thị mai", "sex": "female", "birth_year": "1990", "place": "26041", "hamlet": "Ấp 1",
    "household_code": "H1", "relation": "con dâu", "on": "01/02/2020",
}  # fmt: skip


@pytest.fixture
def officer(client: Client, city: City) -> Client:
    law()
    sign_in(client, city.person("mai", unit="ubnd-26041", role=Role.COMMUNE_OFFICER))
    return client


def entered(client: Client, **others: Any) -> Any:
    return client.post(reverse("persons:welcome"), {"key": str(new_id()), **MAI, **others}, follow=True)


def test_a_daughter_in_law_joins_the_household(officer: Client) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    assert officer.get(reverse("persons:welcome")).status_code == 200
    assert "hãy ghi quan hệ với chủ hộ" in entered(officer, relation="").content.decode()
    page = entered(officer, birth_month="2").content.decode()
    assert "Đã ghi người mới" in page
    assert "02/1990" in page
    joined = Membership.objects.get(person__birth_year=1990)
    assert (joined.household_id, joined.relation, joined.is_head) == (own, "con dâu", False)


def test_an_unknown_code_founds_a_household(officer: Client) -> None:
    entered(officer, household_code="H7", relation="")
    assert Household.objects.get(code="H7").members.get().is_head


def test_a_number_that_does_not_fit_is_told_and_taken_when_said_again(officer: Client) -> None:
    """075 180 …: born in Đồng Nai in 1980, a woman."""
    page = entered(officer, personal_number="075180001234")
    assert page.status_code == 422
    assert "Năm sinh khác với năm trong số định danh" in page.content.decode()
    assert entered(officer, personal_number="12345", sure="on").status_code == 422
    assert Person.objects.count() == 0
    assert "Đã ghi người mới" in entered(officer, personal_number="075180001234", sure="on").content.decode()
    assert "đã có trong hệ thống" in entered(officer, personal_number="075180001234", sure="on").content.decode()


def test_a_day_without_its_month_is_no_birth(officer: Client) -> None:
    assert "hãy ghi cả tháng sinh" in entered(officer, birth_day="3").content.decode()
    assert "Ngày sinh không hợp lệ" in entered(officer, birth_day="31", birth_month="2").content.decode()
