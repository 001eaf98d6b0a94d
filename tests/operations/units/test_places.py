"""Places of before stay readable, and staff lists come in whole or not at all."""

from datetime import date

import pytest

from dongvon.domain.units.operations.appoint import RoleElsewhere
from dongvon.domain.units.operations.enrol import enrol
from dongvon.domain.units.operations.living import UnknownUnit
from dongvon.domain.units.operations.open_account import AddressTaken
from dongvon.domain.units.operations.reclassify import reclassify
from dongvon.domain.units.operations.remember_places import BecameNothing, PlaceRemembered, remember_places
from dongvon.domain.units.queries.places import former_places_of, places, terms_of
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import NewFormerPlace, NewPerson, Role
from dongvon.kernel.ids import new_id


def former(became: str = "26041") -> NewFormerPlace:
    return NewFormerPlace(
        code="26182", name="Bình Lợi", type="xã", district="Huyện Vĩnh Cửu", province="Tỉnh Đồng Nai", became=became
    )


def remember(envelope, *found: NewFormerPlace) -> int:
    return remember_places(places=found, until=date(2025, 7, 1), basis="1662/NQ-UBTVQH15", **envelope())


def test_what_a_place_was_made_of_is_readable(city, envelope):
    assert remember(envelope, former()) == 1
    row = former_places_of("26041")[0]
    assert (row.type, row.name, row.until, row.basis) == ("xã", "Bình Lợi", date(2025, 7, 1), "1662/NQ-UBTVQH15")


def test_a_succession_is_told_once_and_leads_somewhere(city, envelope):
    remember(envelope, former())
    with pytest.raises(PlaceRemembered, match="26182"):
        remember(envelope, former())
    with pytest.raises(BecameNothing, match="00000"):
        remember(envelope, former("00000"))


def test_the_map_is_dated(city, envelope):
    reclassify(place="26242", new_type="phường", since=date(2026, 4, 30), basis="237/NQ", **envelope())
    types = {
        day: {place.code: place.type for place in places(on=day)} for day in (date(2026, 4, 29), date(2026, 4, 30))
    }
    assert types[date(2026, 4, 29)] == {"26041": "xã", "26242": "xã"}
    assert types[date(2026, 4, 30)] == {"26041": "xã", "26242": "phường"}
    assert [(term.type, term.until) for term in terms_of("26242")] == [("xã", date(2026, 4, 30)), ("phường", None)]


def person(city, email: str, *, unit: str = "so-tai-chinh", role: Role = Role.UNIT_HEAD) -> NewPerson:
    return NewPerson(email=email, full_name="Lê Thị Mai", unit=city.units[unit], role=role, title="Trưởng phòng")


def test_a_staff_list_opens_accounts_with_posts(city, envelope, on):
    people = (person(city, "mai@dongnai.example"), person(city, "nam@dongnai.example", unit="ubnd"))
    ids = enrol(people=people, since=on, **envelope())
    standing = standing_of(ids["nam@dongnai.example"], on=on)
    assert (standing.roles, standing.posts[0].unit_code) == ({Role.UNIT_HEAD}, "ubnd")


def test_a_staff_list_with_a_fault_opens_nothing(city, envelope, on):
    mai = person(city, "mai@dongnai.example")
    with pytest.raises(AddressTaken, match="mai@"):
        enrol(people=(mai, mai), since=on, **envelope())
    with pytest.raises(RoleElsewhere):
        enrol(people=(person(city, "nam@dongnai.example", role=Role.BRANCH_OFFICER),), since=on, **envelope())
    nowhere = NewPerson(email="x@y.vn", full_name="X", unit=new_id(), role=Role.UNIT_HEAD, title="")
    with pytest.raises(UnknownUnit):
        enrol(people=(mai, nowhere), since=on, **envelope())
    assert enrol(people=(mai,), since=on, **envelope())
