"""The own account: posts are shown, and several units are chosen among."""

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City


@pytest.fixture
def chair(client: Client, city: City) -> Client:
    """Bà Hoa, who heads two communes' committees for a while."""
    for unit in ("ubnd-26041", "ubnd-26242"):
        person = city.person("hoa", unit=unit, role=Role.UNIT_HEAD)
    sign_in(client, person)
    return client


def test_whoever_has_several_units_chooses_first(chair: Client, city: City) -> None:
    assert chair.get(reverse("account:arrival")).headers["Location"] == reverse("account:choose")
    chair.post(reverse("account:act_for"), {"unit": str(city.units["ubnd-26242"])})
    assert chair.get(reverse("account:arrival")).headers["Location"] == reverse("home:today")
    assert chair.get(reverse("account:profile")).context["acting"]["unit"] == "UBND xã Trảng Bom"


def test_a_foreign_unit_is_not_chosen(chair: Client, city: City) -> None:
    for unit in (city.units["so-tai-chinh"], new_id()):
        answer = chair.post(reverse("account:act_for"), {"unit": str(unit)}, follow=True)
        assert "Bạn không giữ vai trò nào ở đơn vị này" in answer.content.decode()
    assert "acting_for" not in chair.session
    assert chair.post(reverse("account:act_for"), {"unit": "x"}).status_code == 400


def test_one_unit_needs_no_choice(reporter: Client) -> None:
    assert reporter.get(reverse("account:arrival")).headers["Location"] == reverse("home:today")


def test_the_profile_tells_posts(reporter: Client) -> None:
    page = reporter.get(reverse("account:profile")).content.decode()
    assert "UBND xã Tân Triều" in page
    assert "Cán bộ đầu mối" in page


@pytest.mark.parametrize("name", ["usersessions_list", "mfa_index", "mfa_add_webauthn", "account_change_password"])
def test_the_pages_of_security_are_drawn(reporter: Client, name: str) -> None:
    answer = reporter.get(reverse(name), follow=True)
    assert answer.status_code == 200
