"""People are registered once, found however one types, and live in one household at a time."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.people.models import Household, Membership, Person
from dongvon.domain.people.operations.form_household import AlreadyInHousehold, form_household
from dongvon.domain.people.operations.move import HeadMustBeReplaced, NotInHousehold, move
from dongvon.domain.people.operations.record_death import DeathInFuture, record_death
from dongvon.domain.people.operations.register import BirthImpossible, NumberTaken, register
from dongvon.domain.people.queries.likeness import like
from dongvon.domain.people.queries.search import people_by_id, search
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.models import Edge, Place, Unit
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.kernel.identity import NotAPersonalNumber
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ALWAYS = DateRange(date(2003, 1, 1), None)
HOA_NUMBER = "075180001234"


def _place(code: str, name: str) -> Place:
    found, _ = Place.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "area_km2": Decimal(1),
            "latitude": Decimal(11),
            "longitude": Decimal(107),
            "former_province": "Đồng Nai",
        },
    )
    return found


def _draft(name: str, *, year: int = 1980, number: str = "", place: str = "26206", **others: int) -> PersonDraft:
    return PersonDraft(
        id=new_id(),
        full_name=name,
        birth_year=year,
        sex="female",
        place=place,
        hamlet="Ấp 1",
        personal_number=number,
        **others,
    )


def _register(*drafts: PersonDraft) -> list[UUID]:
    for code, name in (("26206", "Định Quán"), ("26209", "Thanh Sơn")):
        _place(code, name)
    register(key=new_id(), by=SYSTEM, at=AT, people=drafts)
    return [draft.id for draft in drafts]


def test_ba_hoa_is_found_however_one_types() -> None:
    (hoa,) = _register(_draft("Nguyễn Thị Hòa", number=HOA_NUMBER))
    for typed in ("nguyễn thị hoà", "NGUYEN THI HOA", "hoa nguyen", "Thị Hòa", "0751 8000 1234"):
        assert [row.id for row in search(typed)] == [hoa], typed
    for typed in ("Hùng", "", "1980", "hoa 1981", "hoa 9999"):
        assert search(typed) == [], typed
    for typed in ("ho", "hoa 1980", "hoà 1234"):
        assert [row.id for row in search(typed)] == [hoa], typed


def test_lists_sort_by_given_name_as_vietnamese_do() -> None:
    _register(_draft("Trần Văn An"), _draft("Lê Văn Ánh"), _draft("Đỗ Văn Ấn"), _draft("Bùi Văn An"))
    assert [row.full_name for row in search("van")] == ["Bùi Văn An", "Trần Văn An", "Lê Văn Ánh", "Đỗ Văn Ấn"]


def test_the_number_is_never_shown_whole_nor_stored_plain() -> None:
    (hoa,) = _register(_draft("Nguyễn Thị Hòa", number=HOA_NUMBER))
    assert people_by_id([hoa])[hoa].masked_number == "•••••••• 1234"
    with connection.cursor() as cursor:
        cursor.execute("SELECT p::text FROM people_person p")
        (written,) = cursor.fetchone()
    assert HOA_NUMBER not in written
    assert HOA_NUMBER.encode().hex() not in written


def test_a_number_is_registered_once_and_nothing_is_half_written() -> None:
    _register(_draft("Nguyễn Thị Hòa", number=HOA_NUMBER))
    with pytest.raises(NumberTaken), transaction.atomic():
        _register(_draft("Lê Văn Tùng"), _draft("Nguyễn Thị Hoà", number=HOA_NUMBER))
    assert Person.objects.count() == 1
    with pytest.raises(NotAPersonalNumber):
        _register(_draft("Lê Văn Tùng", number="123"))


def test_impossible_births_are_named_by_line() -> None:
    with pytest.raises(BirthImpossible, match="dòng 2"):
        _register(_draft("Lê Văn Tùng"), _draft("Trần Thị Mai", birth_month=2, birth_day=30))


def test_likely_duplicates_are_shown_side_by_side() -> None:
    far, near, other = _register(
        _draft("Nguyễn Thị Hoà", place="26209"), _draft("Nguyễn Thị Hòa"), _draft("Nguyễn Thị Hòa", year=1981)
    )
    (hoa,) = _register(_draft("NGUYỄN THỊ HÒA"))
    shown = people_by_id([hoa])[hoa]
    assert [row.id for row in like(shown)] == [near, far]
    assert other not in {row.id for row in like(shown)}


def _household(code: str, head: UUID, *others: UUID) -> UUID:
    return form_household(
        key=new_id(),
        by=SYSTEM,
        at=AT,
        on=date(2026, 1, 1),
        code=code,
        place="26206",
        hamlet="Ấp 1",
        head=head,
        others=tuple((one, "con") for one in others),
    )


def _move(person: UUID, household: UUID | None = None) -> None:
    move(key=new_id(), by=SYSTEM, at=AT, on=TODAY, person=person, household=household, relation="con")


def test_a_son_moves_to_a_household_of_his_own() -> None:
    hoa, son, mai = _register(_draft("Nguyễn Thị Hòa"), _draft("Lê Văn Tùng"), _draft("Trần Thị Mai"))
    _household("H1", hoa, son)
    with pytest.raises(AlreadyInHousehold), transaction.atomic():
        _household("H2", son)
    with pytest.raises(HeadMustBeReplaced):
        _move(hoa)
    second = _household("H3", mai)
    _move(son, second)
    assert Membership.objects.get(person=son, valid__contains=TODAY).household_id == second
    _move(hoa)
    with pytest.raises(NotInHousehold):
        _move(hoa)


def test_a_death_is_noted_not_foretold() -> None:
    (hoa,) = _register(_draft("Nguyễn Thị Hòa"))
    with pytest.raises(DeathInFuture):
        record_death(key=new_id(), by=SYSTEM, at=AT, on=date(2026, 11, 25), person=hoa)
    record_death(key=new_id(), by=SYSTEM, at=AT, on=TODAY, person=hoa)
    assert people_by_id([hoa])[hoa].died_on == TODAY


def test_constraints_hold_without_the_operations() -> None:
    hoa, mai = _register(_draft("Nguyễn Thị Hòa", number=HOA_NUMBER), _draft("Trần Thị Mai"))
    first = _household("H1", hoa)
    other = Household.objects.create(code="H2", place_id="26206", hamlet="Ấp 1")
    breaks = {
        "people_person_day_needs_month": lambda: Person.objects.filter(id=mai).update(birth_day=1),
        "people_person_number_whole_or_none": lambda: Person.objects.filter(id=mai).update(number_last="1234"),
        "people_person_number_is_unique": lambda: Person.objects.filter(id=mai).update(
            number_mark=Person.objects.get(id=hoa).number_mark, number_sealed=b"x", number_last="1234"
        ),
        "people_household_code_is_unique": lambda: Household.objects.filter(id=other.id).update(code="H1"),
        "people_membership_one_household_at_a_time": lambda: Membership.objects.create(
            household=other, person_id=hoa, relation="x", is_head=True, valid=ALWAYS
        ),
        "people_membership_one_head_at_a_time": lambda: Membership.objects.create(
            household_id=first, person_id=mai, relation="x", is_head=True, valid=ALWAYS
        ),
    }
    for name, attempt in breaks.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            attempt()


def test_an_office_sees_the_people_of_the_communes_it_serves(as_role) -> None:  # type: ignore[no-untyped-def]
    near, _far = _register(_draft("Nguyễn Thị Hòa"), _draft("Lê Thị Tùng", place="26209"))
    office = Unit.objects.create(code="nhcsxh-pgd-004606", body="nhcsxh-pgd", level="commune", valid=ALWAYS)
    commune = Unit.objects.create(code="ubnd-26206", body="ubnd", level="commune", place_id="26206", valid=ALWAYS)
    Edge.objects.create(child=commune, parent=office, kind="service_area", valid=ALWAYS)
    with as_role("dongvon_web"):
        for units, expected in (((office.id,), {near}), ((commune.id,), {near}), ((), set())):
            enter_scope(Scope(person=new_id(), units=frozenset(units)))
            assert {row.id for row in search("thị")} == expected
