"""The police list of released prisoners: every door to it, tried by every role of the house."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.doors.world import OWN_GROUP, ROLES, WORKPLACES
from tests.interfaces.signing_in import sign_in
from tests.operations.people.community import certified, draft, enter, household
from tests.operations.units.city import City

pytestmark = pytest.mark.django_db

#: Who may meet it, of those who work for the commune or the office that serves it (privacy by purpose).
FEW = {Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.CREDIT_CONTROLLER, Role.OFFICE_DIRECTOR}
PLACE = "26242"
NAME, TELLTALE = "Lê Văn Tùng", "án phạt tù"


@pytest.fixture
def listed(city: City) -> dict[str, UUID]:
    """A man of commune 26242, head of his household, on the police list."""
    (tung,) = enter(draft(NAME, sex="male", place=PLACE))
    home = household("H1", tung, place=PLACE)
    return {"list": certified("released", {"person_id": tung}, place_id=PLACE), "person": tung, "home": home}


@pytest.mark.parametrize("role", ROLES)
def test_few_meet_it_on_any_page(role: Role, city: City, client: Client, listed: dict[str, UUID]) -> None:
    unit = "pgd-trang-bom" if role is Role.CREDIT_CONTROLLER else WORKPLACES.get(role, "ubnd-26242")
    group = OWN_GROUP if role is Role.GROUP_LEADER else None
    sign_in(client, city.person(role.value, unit=unit, role=role, group=group))
    own = f"/danh-sach/{listed['list']}/"
    opened = [client.get(address).status_code == 200 for address in (own, f"{own}xuat/")]
    assert opened == [role in FEW] * 2
    told = _told(client, listed)
    assert (TELLTALE in told) == (role in FEW)


def _told(client: Client, listed: dict[str, Any]) -> str:
    """All that pages say of him and of lists; what may be chosen in a form names kinds, and is left out."""
    addresses = ("/danh-sach/", f"/nguoi-dan/{listed['person']}/", f"/ho-so-vay/ho/{listed['home']}/", "/chua-vay/")
    pages = (client.get(address, follow=True) for address in addresses)
    return " ".join(_shown(page.content.decode()) for page in pages if page.status_code == 200)


def _shown(page: str) -> str:
    """The tables and summaries alone."""
    return " ".join(part.split("</table>")[0] for part in page.split("<table")[1:])
