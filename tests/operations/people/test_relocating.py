"""A household goes to another commune: it is found there, what entitled it ends, its new list says it moved in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from dongvon.domain.people.models import Household, Listing, Person
from dongvon.domain.people.operations.form_household import CodeTaken
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.operations.relocate import ListUnderway, NotYetGone, SameCommune, relocate
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.people.community import ENVELOPE, TODAY, certified, draft, enter, household, law
from tests.operations.people.review import Commune
from tests.operations.units.city import City, build_city

pytestmark = pytest.mark.django_db

WebRole = Callable[[str], AbstractContextManager[None]]
THERE = "26242"


@pytest.fixture
def city() -> City:
    found = build_city()
    law()
    return found


def gone(of: UUID, **others: Any) -> UUID:
    told: dict[str, Any] = {"on": TODAY, "place": THERE, "hamlet": "Ấp 9", "code": "N1", **others}
    return relocate(key=new_id(), household=of, **told, **ENVELOPE)


def test_a_poor_household_moves_and_is_reviewed_where_it_came(city: City) -> None:
    hoa, son = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"))
    own = household("H1", hoa, son)
    certified("poor", {"household_id": own})
    gone(own)
    assert set(Person.objects.values_list("place", "hamlet")) == {(THERE, "Ấp 9")}
    moved = Household.objects.get(id=own)
    assert (moved.place_id, moved.hamlet, moved.code) == (THERE, "Ấp 9", "N1")
    assert listed([own], [], on=TODAY) == ()
    assert Listing.objects.get().ending == "moved_away"
    terms: dict[str, Any] = {"place": THERE, "year": 2026, "serves_from": date(2027, 1, 1), "on_paper": True}
    (made,) = open_lists(key=new_id(), on=TODAY, kinds=(ListKind.POOR,), **terms, **ENVELOPE)
    nominate(key=new_id(), on=TODAY, list_id=made, subjects=(own,), **ENVELOPE)
    assert Listing.objects.get(list=made).origin == "moved_in"


def test_nothing_moves_twice_early_or_from_under_a_list(city: City) -> None:
    own, other = (household(code, *enter(draft("Nguyễn Thị Hoa"))) for code in ("H1", "H2"))
    gone(other)
    for wrong, refusal in (
        ({"on": date(2026, 11, 25)}, NotYetGone),
        ({"place": "26041"}, SameCommune),
        ({}, CodeTaken),
    ):
        with pytest.raises(refusal):
            gone(own, **wrong)


def test_a_list_under_way_holds_its_households() -> None:
    commune = Commune()
    commune.hang()
    with pytest.raises(ListUnderway):
        gone(commune.hoa)


def test_a_draft_lets_its_households_go() -> None:
    commune = Commune()
    gone(commune.hoa)
    assert Listing.objects.get(list=commune.poor, household=commune.hoa).ending == "moved_away"


def test_nobody_moves_the_households_of_others(city: City, as_role: WebRole) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    far = city.person("nga", unit="ubnd-26242", role=Role.COMMUNE_OFFICER)
    standing = standing_of(far, on=TODAY)
    assert standing is not None
    with as_role("dongvon_web"):
        enter_scope(standing.scope)
        with pytest.raises(Household.DoesNotExist):
            gone(own)
        asked = [own, THERE, "x", "x", TODAY, far, ENVELOPE["at"]]
        with pytest.raises((InternalError, ProgrammingError), match="out of scope"), transaction.atomic():
            connection.cursor().execute("SELECT people_relocate(%s, %s, %s, %s, %s, %s, %s)", asked)
