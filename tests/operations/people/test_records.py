"""Records that are one person, looks that are noted, and questions to national databases."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from dongvon.demo.registries import Citizen, answer
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person, Viewing
from dongvon.domain.people.operations.ask_registry import BasisMissing, NobodyToAsk, ask_registry
from dongvon.domain.people.operations.form_household import AlreadyInHousehold, CodeTaken
from dongvon.domain.people.operations.move import NotInHousehold, move
from dongvon.domain.people.operations.name_head import NotAMember, name_head
from dongvon.domain.people.operations.note_viewing import KEPT, note_viewing
from dongvon.domain.people.operations.record_death import DeathBeforeBirth, record_death
from dongvon.domain.people.operations.separate import SeparatedAlready, separate
from dongvon.domain.people.operations.split import NotOfThisHousehold, split
from dongvon.domain.people.operations.take_answer import AnsweredBefore, take_answer
from dongvon.domain.people.operations.unite import NumberOnOther, TwoNumbers, UnitedAlready, unite
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.persons import listings_of, members_of, memberships_of, united_with
from dongvon.domain.people.queries.search import search
from dongvon.domain.people.queries.verifications import answers, request_of, verifications
from dongvon.domain.people.queries.viewings import viewings
from dongvon.domain.people.rules.registry_files import NotAnAnswer, OtherRequest
from dongvon.domain.people.vocabulary import Registry, RegistryField
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.people.community import AT, ENVELOPE, MAKER, TODAY, certified, draft, enter, household
from tests.operations.units.city import City, build_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return build_city()


def test_two_records_of_one_person_are_found_as_one_and_can_be_parted(city: City) -> None:
    kept, other = enter(draft("Nguyễn Thị Hoa", number="075180001234"), draft("NGUYỄN THỊ HOÀ"))
    certified("student", {"person_id": other})
    made = unite(key=new_id(), kept=kept, other=other, reason="Cùng ngày sinh, cùng ấp", **ENVELOPE)
    assert [row.id for row in search("hoa")] == [kept]
    assert [row.person for row in listed([], [kept], on=TODAY)] == [other]
    assert [row.other.id for row in united_with(kept)] == [other]
    with pytest.raises(UnitedAlready):
        unite(key=new_id(), kept=other, other=kept, reason="x", **ENVELOPE)
    separate(key=new_id(), united=made, reason="Nhầm", **ENVELOPE)
    assert {row.id for row in search("hoa")} == {kept, other}
    with pytest.raises(SeparatedAlready):
        separate(key=new_id(), united=made, reason="x", **ENVELOPE)


def test_two_numbers_are_two_people(city: City) -> None:
    one, two = enter(draft("Lê Thị Bé", number="075180001234"), draft("Lê Thị Bé", number="075180001235"))
    with pytest.raises(TwoNumbers):
        unite(key=new_id(), kept=one, other=two, reason="x", **ENVELOPE)
    (bare,) = enter(draft("Lê Thị Bé"))
    with pytest.raises(NumberOnOther):
        unite(key=new_id(), kept=bare, other=one, reason="x", **ENVELOPE)
    assert Person.objects.filter(same_as__isnull=False).count() == 0


def test_a_person_with_households_and_lists(city: City) -> None:
    hoa, son = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"))
    own = household("H1", hoa, son)
    certified("poor", {"household_id": own})
    assert [(row.full_name, row.is_head) for row in members_of(own)] == [
        ("Nguyễn Thị Hoa", True),
        ("Lê Văn Tùng", False),
    ]
    assert [row.household for row in memberships_of(son)] == [own]
    assert [(row.kind, row.decision) for row in listings_of(persons=[son], households=[own])] == [
        ("poor", "12/QĐ-UBND")
    ]


WebRole = Callable[[str], AbstractContextManager[None]]


def test_a_look_is_noted_under_ones_own_name_and_stays(city: City, as_role: WebRole) -> None:
    hoa, mai = new_id(), new_id()
    by = city.actor("mai", unit="ubnd-26041", role=Role.COMMUNE_OFFICER)
    inspector = city.actor("nam", unit="nhcsxh-chi-nhanh", role=Role.INSPECTOR)
    with as_role("dongvon_web"):
        enter_scope(Scope(person=by.person))
        note_viewing(by=by, at=AT, purpose="search", shown=[hoa, mai])
        note_viewing(by=by, at=AT, purpose="list", shown=[new_id() for _ in range(KEPT + 1)], of=mai, exported=True)
        note_viewing(by=by, at=AT, purpose="search", shown=[])
        with pytest.raises(ProgrammingError), transaction.atomic():
            note_viewing(by=inspector, at=AT, purpose="search", shown=[hoa])
        with pytest.raises(ProgrammingError), transaction.atomic():
            Viewing.objects.all().delete()
        assert len(viewings()) == 2
        enter_scope(Scope(person=inspector.person, everything=True))
        assert [row.count for row in viewings(of=mai)] == [KEPT + 1, 2]
        assert [row.person for row in viewings(exported=True)] == [by.person]
        enter_scope(Scope(person=new_id()))
        assert viewings() == []


def _asked(city: City, *people: UUID, **others: Any) -> UUID:
    by = Actor(person=MAKER, unit=city.units["ubnd-26041"], roles=frozenset({Role.COMMUNE_OFFICER}))
    told = {"basis": "Điều 6 NĐ 356/2025", "purpose": "Rà soát hộ nghèo", "expires_on": date(2027, 2, 24), **others}
    fields = (RegistryField.RESIDENCE,)
    return ask_registry(key=new_id(), by=by, at=AT, registry=Registry.POPULATION, people=people, fields=fields, **told)


def test_a_registry_is_asked_and_answers_by_file(city: City) -> None:
    numbers = ("075180001234", "075180001235", "075180001236")
    people = enter(*(draft("Nguyễn Thị Hoà", number=number) for number in numbers), draft("Lê Văn Tùng"))
    made = _asked(city, *people)
    residence = {"residence": "Ấp 1, xã Tân Triều", "benefit": "bảo trợ"}
    citizens = {
        numbers[0]: Citizen(full_name="Nguyễn Thị Hòa", birth="03/02/1980", fields=residence),
        numbers[1]: Citizen(full_name="Nguyễn Thị Hoa", birth="03/02/1980", fields=residence),
    }
    back = answer(request_of(made), citizens=citizens)
    assert take_answer(key=new_id(), verification=made, content=back, **ENVELOPE) == 3
    told = {row.person: (row.answer, row.told) for row in answers(made, on=TODAY)}
    assert sorted(told.values(), key=str) == [
        ("match", {"residence": "Ấp 1, xã Tân Triều"}), ("mismatch", {}), ("not_found", {}),
    ]  # fmt: skip
    assert {row.answer for row in answers(made, on=date(2027, 2, 25))} == {""}
    (row,) = verifications()
    assert (row.people, row.matched, row.purpose) == (3, 1, "Rà soát hộ nghèo")
    with pytest.raises(AnsweredBefore):
        take_answer(key=new_id(), verification=made, content=back, **ENVELOPE)


def test_a_question_needs_a_basis_a_number_and_its_own_answer(city: City) -> None:
    (hoa, tung) = enter(draft("Nguyễn Thị Hoa", number="075180001234"), draft("Lê Văn Tùng"))
    for wrong in ({"basis": " "}, {"purpose": ""}, {"expires_on": TODAY}):
        with pytest.raises(BasisMissing):
            _asked(city, hoa, **wrong)
    with pytest.raises(NobodyToAsk):
        _asked(city, tung)
    made, other = _asked(city, hoa), _asked(city, hoa)
    with pytest.raises(OtherRequest):
        take_answer(key=new_id(), verification=made, content=answer(request_of(other), citizens={}), **ENVELOPE)
    for broken in (b"a,b\n1,2\n", b"\xff\xfe\x00", f"ma_yeu_cau,dong,ket_qua\n{made},1,co\n".encode()):
        with pytest.raises(NotAnAnswer):
            take_answer(key=new_id(), verification=made, content=broken, **ENVELOPE)


def test_another_head_is_named_and_a_son_founds_his_own_household(city: City) -> None:
    hoa, son, wife = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"), draft("Trần Thị Mai"))
    own = household("H1", hoa, son, wife)
    made = split(key=new_id(), on=TODAY, household=own, code="H2", head=son, others=((wife, "vợ"),), **ENVELOPE)
    assert {row.person for row in members_of(made)} == {son, wife}
    assert [row.until_on for row in memberships_of(son)] == [None, TODAY]
    with pytest.raises(NotOfThisHousehold):
        split(key=new_id(), on=TODAY, household=own, code="H3", head=hoa, others=(), **ENVELOPE)
    later = date(2026, 12, 1)
    name_head(key=new_id(), on=later, household=made, person=wife, relation="chồng", **ENVELOPE)
    heads = [(row.person, row.from_on) for row in members_of(made) if row.is_head]
    assert heads == [(son, TODAY), (wife, later)]
    with pytest.raises(NotAMember):
        name_head(key=new_id(), on=later, household=made, person=hoa, relation="mẹ", **ENVELOPE)


def test_a_code_is_taken_once_and_nobody_moves_before_coming(city: City) -> None:
    hoa, son = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"))
    own = household("H1", hoa, son)
    with pytest.raises(CodeTaken, match="H1"), transaction.atomic():
        split(key=new_id(), on=TODAY, household=own, code="H1", head=son, others=(), **ENVELOPE)
    with pytest.raises(NotInHousehold):
        move(key=new_id(), on=date(2020, 1, 1), person=son, household=None, relation="", **ENVELOPE)
    other = split(key=new_id(), on=TODAY, household=own, code="H2", head=son, others=(), **ENVELOPE)
    with pytest.raises(AlreadyInHousehold):
        move(key=new_id(), on=date(2026, 11, 1), person=son, household=other, relation="x", **ENVELOPE)
    with pytest.raises(DeathBeforeBirth, match="1980"):
        record_death(key=new_id(), on=date(1979, 12, 31), person=hoa, **ENVELOPE)
