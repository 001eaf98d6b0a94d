"""Certified lists entitle, drafts do not; standards follow each other; constraints hold by themselves."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F

from dongvon.domain.audit.models import Event
from dongvon.domain.people.models import BeneficiaryList, Listing, ListLimit, Standard
from dongvon.domain.people.operations.approve_limit import approve_limit
from dongvon.domain.people.operations.approve_standard import StandardOverlaps, approve_standard
from dongvon.domain.people.operations.giving_way import ProposerMayNotApprove
from dongvon.domain.people.operations.propose_limit import LimitImpossible, propose_limit
from dongvon.domain.people.operations.propose_standard import (
    StandardEndsFirst,
    StandardImpossible,
    propose_standard,
)
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.standards import limit_on, standard_on
from dongvon.domain.people.vocabulary import RESTRICTED, Area, Limit, ListKind, Measure, StandardDraft
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.people.community import (
    APPROVER,
    AT,
    ENVELOPE,
    TODAY,
    certified,
    draft,
    enter,
    household,
    law,
    state_limit,
    state_standard,
)
from tests.operations.units.city import City, build_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return build_city()


@pytest.fixture
def hoa(city: City) -> UUID:
    return household("H1", *enter(draft("Nguyễn Thị Hoa")))


def test_ba_hoa_is_poor_by_a_certified_list(hoa: UUID) -> None:
    made = certified("poor", {"household_id": hoa})
    (row,) = listed([hoa], [], on=TODAY)
    assert (row.kind, row.household, row.list, row.decision) == (ListKind.POOR, hoa, made, "12/QĐ-UBND")
    assert (row.from_on, row.until_on, row.decided_on) == (date(2026, 1, 1), None, date(2025, 12, 20))
    assert listed([hoa], [], on=date(2025, 12, 31)) == ()
    assert listed([], [hoa], on=TODAY) == ()


def test_a_draft_entitles_nobody(hoa: UUID) -> None:
    unsigned = {"certified_by": None, "certified_at": None}
    for number, state in enumerate(("draft", "posted", "laid")):
        certified("poor", state=state, number=number, **unsigned)
        line = {"kind": "poor", "place_id": "26041", "household_id": hoa, "origin": "found_new"}
        Listing.objects.create(list=BeneficiaryList.objects.get(number=number), **line)
    assert listed([hoa], [], on=TODAY) == ()


def test_newly_escaped_ends_after_its_months(hoa: UUID) -> None:
    certified("escaped", {"household_id": hoa}, from_on=date(2024, 1, 1), until_on=date(2027, 1, 1))
    assert listed([hoa], [], on=date(2026, 12, 31))[0].until_on == date(2027, 1, 1)
    assert listed([hoa], [], on=date(2027, 1, 1)) == ()


def test_the_standard_of_2022_holds_through_2026(city: City) -> None:
    law()
    for on, line in ((date(2026, 12, 31), 1_500_000), (date(2027, 1, 1), 2_200_000)):
        assert Standard.objects.get(measure="poverty", area="rural", valid__contains=on).up_to == line


def _standard(**others: object) -> StandardDraft:
    sure = {"basis": "x", "confidence": Confidence.CONFIRMED}
    known = {"measure": Measure.POVERTY, "area": Area.RURAL, "from_on": TODAY, "over": 0, "up_to": 9, "deprivations": 3}
    return StandardDraft(**{**sure, **known, **others})  # type: ignore[arg-type]


def test_a_commune_may_have_a_higher_standard(city: City) -> None:
    law()
    state_standard(_standard(place="26041", up_to=1_800_000))
    assert Standard.objects.filter(area="rural", valid__contains=TODAY).count() == 2


def test_impossible_standards_and_limits_are_refused(city: City) -> None:
    law()
    for wrong in ({"up_to": 0}, {"deprivations": None}, {"measure": Measure.AVERAGE}):
        with pytest.raises(StandardImpossible):
            propose_standard(key=new_id(), standard=_standard(**wrong), **ENVELOPE)
    with pytest.raises(StandardEndsFirst):
        propose_standard(key=new_id(), standard=_standard(until_on=TODAY), **ENVELOPE)
    with pytest.raises(StandardOverlaps), transaction.atomic():
        state_standard(_standard(from_on=date(2021, 1, 1)))
    for on, amount in ((TODAY, 0), (date(2021, 1, 1), 5)):
        with pytest.raises(LimitImpossible):
            state_limit(Limit.POSTING_DAYS, amount, on=on)
    state_limit(Limit.POSTING_DAYS, 5, on=TODAY)
    assert ListLimit.objects.get(limit="posting_days", valid__contains=TODAY).amount == 5


def test_what_is_proposed_holds_once_another_has_approved_it(city: City) -> None:
    law()
    standard = propose_standard(
        key=new_id(), standard=_standard(up_to=1_700_000, until_on=date(2027, 1, 1)), **ENVELOPE
    )
    limit = {"limit": Limit.POSTING_DAYS, "amount": 7, "basis": "x", "confidence": Confidence.CONFIRMED}
    term = propose_limit(key=new_id(), on=TODAY, **limit, **ENVELOPE)
    for approve, proposal in ((approve_standard, standard), (approve_limit, term)):
        with pytest.raises(ProposerMayNotApprove):
            approve(key=new_id(), proposal=proposal, **ENVELOPE)
    held = standard_on(Measure.POVERTY, place="26041", on=TODAY)
    assert (held and held.up_to, limit_on(Limit.POSTING_DAYS, on=TODAY)) == (1_500_000, 3)
    approve_standard(key=new_id(), by=APPROVER, at=AT, proposal=standard)
    approve_limit(key=new_id(), by=APPROVER, at=AT, proposal=term)
    held = standard_on(Measure.POVERTY, place="26041", on=TODAY)
    assert (held and held.up_to, limit_on(Limit.POSTING_DAYS, on=TODAY)) == (1_700_000, 7)
    assert limit_on(Limit.POSTING_DAYS, on=date(2026, 11, 23)) == 3


def test_constraints_of_lists_hold_without_the_operations(hoa: UUID) -> None:
    law()
    made, near = certified("poor", {"household_id": hoa}), certified("near_poor")
    rows, lists, poor = Listing.objects.filter(list=made), BeneficiaryList.objects.filter(id=made), Standard.objects
    line = {"list_id": near, "kind": "near_poor", "place_id": "26041", "origin": "kept"}
    always = DateRange(date(2026, 6, 1), None)
    breaks: dict[str, Callable[[], object]] = {
        "people_list_once_a_round": lambda: certified("poor"),
        "people_list_maker_is_not_checker": lambda: lists.update(certified_by=lists.get().laid_by),
        "people_list_certified_by_decision": lambda: lists.update(decision_number=""),
        "people_list_laid_by_somebody": lambda: certified("student", state="laid", laid_by=None, certified_by=None,
                                                          certified_at=None),
        "people_listing_names_somebody": lambda: rows.update(household=None),
        "people_listing_ends_with_reason": lambda: rows.update(ending="died"),
        "people_listing_once_a_list": lambda: Listing.objects.create(**{**line, "list_id": made}, household_id=hoa),
        "people_listing_one_class_at_a_time": lambda: Listing.objects.create(**line, household_id=hoa, valid=always),
        "people_standard_income_band_has_room": lambda: poor.update(up_to=0),
        "people_standard_poverty_counts_deprivations": lambda: poor.update(deprivations=None),
        "people_standard_one_at_a_time": lambda: poor.update(area="rural"),
        "people_standard_four_eyes": lambda: poor.update(approved_by=F("proposed_by")),
        "people_list_limit_four_eyes": lambda: ListLimit.objects.update(approved_by=F("proposed_by")),
        "people_list_limit_is_some": lambda: ListLimit.objects.update(amount=0),
        "people_list_limit_one_at_a_time": lambda: ListLimit.objects.update(limit="posting_days"),
    }  # fmt: skip
    for name, attempt in breaks.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            attempt()


@pytest.mark.parametrize("kind", ListKind)
def test_the_database_restricts_the_kinds_that_the_vocabulary_names(kind: ListKind) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_restricted(%s)", [kind])
        assert cursor.fetchone() == (kind in RESTRICTED,)


WebRole = Callable[[str], AbstractContextManager[None]]


def test_a_commune_sees_its_own_lists_and_few_see_released_prisoners(city: City, hoa: UUID, as_role: WebRole) -> None:
    (tung,) = enter(draft("Lê Văn Tùng", sex="male"))
    certified("poor", {"household_id": hoa})
    certified("released", {"person_id": tung})
    sees = {
        (Role.COMMUNE_CHAIR, "ubnd-26041"): {"poor", "released"},
        (Role.COMMUNE_OFFICER, "ubnd-26041"): {"poor"},
        (Role.COMMUNE_CHAIR, "ubnd-26242"): set(),
        (Role.INSPECTOR, "nhcsxh-chi-nhanh"): {"poor"},
        (Role.BRANCH_DIRECTOR, "nhcsxh-chi-nhanh"): {"poor"},
        (Role.CREDIT_CONTROLLER, "nhcsxh-chi-nhanh"): set(),
    }
    people = {who: city.person(f"p{at}", unit=who[1], role=who[0]) for at, who in enumerate(sees)}
    with as_role("dongvon_web"):
        for who, expected in sees.items():
            enter_scope(Scope(person=people[who]))
            standing = standing_of(people[who], on=TODAY)
            assert standing is not None
            enter_scope(standing.scope)
            assert {row.kind for row in listed([hoa], [tung], on=TODAY)} == expected, who
            assert set(BeneficiaryList.objects.values_list("kind", flat=True)) == expected, who


def test_the_trail_keeps_no_personal_number(city: City) -> None:
    enter(draft("Nguyễn Thị Hoa", number="075180001234", phone="0901234567"))
    (event,) = Event.objects.filter(verb="people.register")
    assert event.at == AT
    assert "075180001234" not in str(event.contents)
    assert "0901234567" not in str(event.contents)
