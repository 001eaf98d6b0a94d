"""A household goes to another commune: it is found there, what entitled it ends, its new list says it moved in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.people.models import Household, Listing, Person
from dongvon.domain.people.operations.carry_over import NothingToCarryOver, carry_over
from dongvon.domain.people.operations.certify import EscapeIsOver, certify
from dongvon.domain.people.operations.form_household import CodeTaken
from dongvon.domain.people.operations.lay_lists import lay_lists
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.operations.relocate import ListUnderway, NotYetGone, SameCommune, relocate
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.people.community import (
    CHECKER,
    ENVELOPE,
    MAKER,
    TODAY,
    actor,
    certified,
    draft,
    enter,
    household,
    law,
)
from tests.operations.people.review import AFTER, NEXT_YEAR, Commune, chair, officer
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
    terms: dict[str, Any] = {
        "place": THERE,
        "year": 2026,
        "serves_from": date(2027, 1, 1),
        "on_paper": True,
        "addition": False,
    }
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


def decided_there(lists: tuple[UUID, ...], *, on: date) -> None:
    """Laid by the officer of the commune it came to, certified by its chair."""
    told: dict[str, Any] = {"decision_number": "7/QĐ-UBND", "decided_on": on, "effective_on": on}
    lay_lists(key=new_id(), lists=lists, by=actor(MAKER, Role.COMMUNE_OFFICER), at=moment(on))
    certify(key=new_id(), on=on, lists=lists, **told, by=actor(CHECKER, Role.COMMUNE_CHAIR), at=moment(on))


def moment(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 3, 0, tzinfo=UTC)


def taken_over(*chosen: tuple[ListKind, UUID], on: date = TODAY) -> tuple[UUID, ...]:
    return carry_over(key=new_id(), chosen=chosen, on=on, by=SYSTEM, at=moment(on))


def test_an_escaped_household_keeps_its_months_where_it_goes(city: City) -> None:
    """QĐ 28/2015: at most 36 months from leaving, wherever the household lives by then."""
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    left = date(2025, 1, 1)
    certified("escaped", {"household_id": own}, from_on=left, until_on=date(2028, 1, 1))
    gone(own)
    (row,) = moved_in(on=TODAY)
    assert (row.household, row.place, row.since, row.until_on) == (own, THERE, left, date(2028, 1, 1))
    assert (row.from_place, row.decision, row.moved_on) == ("Tân Triều", "12/QĐ-UBND", TODAY)
    decided_there(taken_over((ListKind.ESCAPED, own), on=date(2026, 12, 1)), on=date(2026, 12, 1))
    (held,) = listed([own], [], on=date(2026, 12, 1))
    assert (held.from_on, held.until_on, held.decision) == (date(2026, 12, 1), date(2028, 1, 1), "7/QĐ-UBND")
    assert Listing.objects.get(list__decision_number="7/QĐ-UBND").origin == "moved_in"
    assert moved_in(on=date(2026, 12, 1)) == []


def test_who_was_poor_is_poor_again_from_the_day_the_new_commune_says_so(city: City) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    certified("poor", {"household_id": own})
    gone(own)
    made = taken_over((ListKind.POOR, own))
    assert moved_in(on=TODAY) == []
    with pytest.raises(NothingToCarryOver):
        taken_over((ListKind.POOR, own))
    decided_there(made, on=TODAY)
    (held,) = listed([own], [], on=TODAY)
    assert (held.kind, held.from_on, held.until_on) == (ListKind.POOR, TODAY, None)


def test_months_that_are_over_do_not_begin_again(city: City) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    certified("escaped", {"household_id": own}, from_on=date(2024, 1, 1), until_on=date(2027, 1, 1))
    gone(own)
    made = taken_over((ListKind.ESCAPED, own))
    with pytest.raises(EscapeIsOver, match="36"):
        decided_there(made, on=date(2027, 1, 1))
    assert moved_in(on=date(2027, 1, 1)) == []


def test_who_fell_back_and_escapes_again_has_new_months(city: City) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    certified("escaped", {"household_id": own}, from_on=date(2022, 1, 1), until_on=date(2024, 1, 1), year=2021)
    certified("poor", {"household_id": own}, from_on=date(2024, 1, 1), year=2023)
    terms: dict[str, Any] = {"place": "26041", "year": 2026, "serves_from": TODAY, "on_paper": True}
    made = open_lists(key=new_id(), on=TODAY, kinds=(ListKind.ESCAPED,), addition=True, **terms, **ENVELOPE)
    nominate(key=new_id(), on=TODAY, list_id=made[0], subjects=(own,), **ENVELOPE)
    decided_there(made, on=TODAY)
    (held,) = listed([own], [], on=TODAY)
    assert (held.kind, held.until_on) == (ListKind.ESCAPED, date(2029, 11, 24))
    assert Listing.objects.get(kind="poor").ending == "escaped"


def test_a_released_prisoner_is_told_to_few_where_they_come(city: City, as_role: WebRole) -> None:
    (tung,) = enter(draft("Lê Văn Tùng", sex="male"))
    own = household("H1", tung)
    certified("released", {"person_id": tung})
    gone(own)
    sees = {Role.COMMUNE_CHAIR: [tung], Role.COMMUNE_OFFICER: []}
    people = {role: city.person(role, unit=f"ubnd-{THERE}", role=role) for role in sees}
    with as_role("dongvon_web"):
        for role, expected in sees.items():
            enter_scope(Scope(person=people[role]))
            standing = standing_of(people[role], on=TODAY)
            assert standing is not None
            enter_scope(standing.scope)
            assert [row.person for row in moved_in(on=TODAY)] == expected


def test_a_review_does_not_end_what_was_certified_after_it_was_opened() -> None:
    """Chị Mai is taken up in mid-year while the review lies on the table, and the review forgot her."""
    commune = Commune()
    later = date(2026, 11, 25)
    terms: dict[str, Any] = {"place": "26041", "year": 2025, "serves_from": later, "on_paper": True}
    made = open_lists(on=later, kinds=(ListKind.POOR,), addition=True, **terms, **officer(later))
    nominate(on=later, list_id=made[0], subjects=(commune.mai,), **officer(later))
    lay_lists(lists=made, **officer(later))
    certify(on=later, lists=made, decision_number="9", decided_on=later, effective_on=later, **chair(later))
    commune.hang()
    lay_lists(lists=commune.both, **officer(AFTER))
    commune.decide()
    held = {row.household for row in listed([commune.hoa, commune.mai], [], on=NEXT_YEAR)}
    assert held == {commune.hoa, commune.mai}
