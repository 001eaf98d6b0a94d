"""The yearly review: hamlets, a posting, objections, a decision by another person, and what became of last year."""

from datetime import date
from typing import Any

import pytest

from dongvon.domain.people.models import BeneficiaryList, Listing, PublicPosting
from dongvon.domain.people.operations.answer_objection import AnsweredAlready, AnswerEmpty, answer_objection
from dongvon.domain.people.operations.certify import (
    DecisionIncomplete,
    MakerMayNotCertify,
    NewerListInForce,
    NotLaid,
    certify,
)
from dongvon.domain.people.operations.drafting import NotADraft
from dongvon.domain.people.operations.hold_meeting import HamletMetAlready, MeetingImpossible, hold_meeting
from dongvon.domain.people.operations.lay_lists import (
    ListEmpty,
    NotToBeLaid,
    ObjectionsOpen,
    StillHanging,
    UpheldNotMended,
    lay_lists,
)
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.object_to import NotHanging, object_to
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.operations.post_publicly import HamletHasNotMet, NeverPosted, NoPostingTerm, post_publicly
from dongvon.domain.people.operations.return_lists import NotToBeReturned, return_lists
from dongvon.domain.people.operations.strike import strike
from dongvon.domain.people.operations.take_down import take_down
from dongvon.domain.people.queries.list_lines import tally
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.lists import (
    list_by_id,
    objections,
    posted_lines,
    postings,
)
from dongvon.domain.people.vocabulary import Ending, ListKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.people.community import MAKER, actor, certified
from tests.operations.people.review import AFTER, NEXT_YEAR, TUESDAY, Commune, at, chair, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return Commune()


def test_a_whole_review(commune: Commune) -> None:
    nominate(on=TUESDAY, list_id=commune.poor, subjects=(commune.mai,), **officer())
    lines = (commune.line(commune.tung),)
    strike(on=TUESDAY, list_id=commune.poor, lines=lines, ending=Ending.ESCAPED, **officer())
    commune.hang()
    lay_lists(lists=commune.both, **officer(AFTER))
    assert commune.decide() == 3
    told = {row.household: (row.kind, row.from_on, row.until_on) for row in _listed(commune, NEXT_YEAR)}
    assert told == {
        commune.hoa: ("poor", NEXT_YEAR, None),
        commune.mai: ("poor", NEXT_YEAR, None),
        commune.tung: ("escaped", NEXT_YEAR, date(2030, 1, 1)),
    }
    assert {row.kind for row in _listed(commune, date(2026, 12, 31))} == {"poor"}
    assert listed([commune.tung], [], on=date(2030, 1, 1)) == ()
    before = Listing.objects.filter(list__year=2025).values_list("household", "ending")
    assert dict(before) == {commune.hoa: "renewed", commune.tung: "escaped"}
    last_year = BeneficiaryList.objects.get(year=2025).id
    assert tally(last_year).hamlets == (("Ấp 1", 1), ("Ấp 3", 1))
    assert {(row.word, row.came, row.count) for row in tally(commune.poor).changes} == {
        ("kept", True, 1),
        ("found_new", True, 1),
        ("escaped", False, 1),
    }


def _listed(commune: Commune, on: date) -> tuple[Any, ...]:
    return listed([commune.hoa, commune.mai, commune.tung], [], on=on)


def test_hamlets_meet_before_anything_hangs(commune: Commune) -> None:
    hangs: dict[str, Any] = {"lists": commune.both, "shown_at": "Ấp", "basis": "x"}
    with pytest.raises(HamletHasNotMet, match="Ấp 1, Ấp 3"):
        post_publicly(on=TUESDAY, **hangs, **chair())
    with pytest.raises(MeetingImpossible):
        hold_meeting(lists=commune.both, hamlet="Ấp 1", held_on=AFTER, attended=3, minutes="", **officer())
    commune.met("Ấp 1", "Ấp 3")
    with pytest.raises(HamletMetAlready):
        commune.met("Ấp 1")
    with pytest.raises(NoPostingTerm):
        post_publicly(on=date(2021, 1, 1), **hangs, **chair())
    (hanging, _) = post_publicly(on=TUESDAY, **hangs, **chair())
    assert PublicPosting.objects.get(id=hanging).until_on == date(2026, 11, 27)


def test_a_board_shows_names_hamlets_and_nothing_else(commune: Commune) -> None:
    commune.hang()
    (posting,) = postings(commune.poor)
    assert posted_lines(posting.id) == [
        {"name": "Nguyễn Thị Hoa", "hamlet": "Ấp 1", "origin": "kept"},
        {"name": "Lê Văn Tùng", "hamlet": "Ấp 3", "origin": "kept"},
    ]
    assert len(posting.snapshot) == 64
    take_down(posting=posting.id, **officer())
    assert postings(commune.poor)[0].taken_down_at is not None


@pytest.mark.parametrize("kind", [ListKind.RELEASED, ListKind.STUDENT, ListKind.UNABLE, ListKind.OTHER])
def test_what_no_hamlet_reviews_never_hangs(commune: Commune, kind: ListKind) -> None:
    terms: dict[str, Any] = {
        "place": "26041",
        "year": 2026,
        "serves_from": NEXT_YEAR,
        "on_paper": False,
        "addition": False,
    }
    made = open_lists(on=TUESDAY, kinds=(kind,), **terms, **officer())
    with pytest.raises(NeverPosted):
        post_publicly(on=TUESDAY, lists=made, shown_at="Ấp", basis="x", **chair())


def test_an_upheld_objection_is_mended_before_the_list_is_laid(commune: Commune) -> None:
    commune.hang()
    told: dict[str, Any] = {"raised_by": "ông Nam", "text": "Sót hộ.", "household": None}
    objection = object_to(on=TUESDAY, list_id=commune.poor, **told, **officer())
    answer_objection(objection=objection, upheld=True, answer="Đúng, sẽ bổ sung.", **officer())
    with pytest.raises(UpheldNotMended):
        lay_lists(lists=commune.both, **officer(AFTER))
    return_lists(lists=commune.both, reason="Bổ sung hộ chị Mai", **officer())
    nominate(on=TUESDAY, list_id=commune.poor, subjects=(commune.mai,), **officer())
    post_publicly(on=TUESDAY, lists=commune.both, shown_at="Ấp", basis="x", **chair(date(2026, 11, 25)))
    assert lay_lists(lists=commune.both, **officer(AFTER)) == 2


def test_objections_are_heard_while_it_hangs_and_answered_before_it_is_laid(commune: Commune) -> None:
    said: dict[str, Any] = {"list_id": commune.poor, "raised_by": "ông Nam", "text": "Sót hộ.", "household": None}
    with pytest.raises(NotHanging):
        object_to(on=TUESDAY, **said, **officer())
    commune.hang()
    objection = object_to(on=TUESDAY, **said, **officer())
    with pytest.raises(StillHanging, match="27/11/2026"):
        lay_lists(lists=commune.both, **officer(date(2026, 11, 27)))
    with pytest.raises(ObjectionsOpen, match="1 ý kiến"):
        lay_lists(lists=commune.both, **officer(AFTER))
    with pytest.raises(AnswerEmpty):
        answer_objection(objection=objection, upheld=False, answer=" ", **officer())
    answer_objection(objection=objection, upheld=False, answer="Đã xét, không đủ điều kiện.", **officer())
    with pytest.raises(AnsweredAlready):
        answer_objection(objection=objection, upheld=True, answer="x", **officer())
    lay_lists(lists=commune.both, **officer(AFTER))
    with pytest.raises(NotToBeLaid):
        lay_lists(lists=commune.both, **officer(AFTER))
    assert [row.answer for row in objections(commune.poor)] == ["Đã xét, không đủ điều kiện."]


def test_an_upheld_objection_sends_the_list_back_and_it_hangs_anew(commune: Commune) -> None:
    with pytest.raises(NotToBeReturned):
        return_lists(lists=commune.both, reason="x", **chair())
    commune.hang()
    return_lists(lists=commune.both, reason="Sót hộ chị Mai", **officer())
    row = list_by_id(commune.poor)
    assert row is not None
    assert (row.state, row.returned_for) == ("draft", "Sót hộ chị Mai")
    with pytest.raises(StillHanging):
        lay_lists(lists=commune.both, **officer(TUESDAY))
    nominate(on=TUESDAY, list_id=commune.poor, subjects=(commune.mai,), **officer())
    post_publicly(on=TUESDAY, lists=commune.both, shown_at="Ấp", basis="x", **chair())
    assert [len(posted_lines(posting.id)) for posting in postings(commune.poor)] == [3, 2]


def test_who_laid_does_not_certify(commune: Commune) -> None:
    commune.hang()
    with pytest.raises(NotLaid):
        commune.decide()
    lay_lists(lists=commune.both, **officer(AFTER))
    for wrong in ({"decision_number": " "}, {"decided_on": NEXT_YEAR}, {"effective_on": TUESDAY}):
        with pytest.raises(DecisionIncomplete):
            commune.decide(**wrong)
    own = {"by": actor(MAKER, Role.COMMUNE_CHAIR), "at": at(AFTER), "key": new_id()}
    told: dict[str, Any] = {"decision_number": "1", "decided_on": AFTER, "effective_on": NEXT_YEAR}
    with pytest.raises(MakerMayNotCertify):
        certify(on=AFTER, lists=commune.both, **told, **own)
    commune.decide()
    with pytest.raises(NotADraft):
        nominate(on=TUESDAY, list_id=commune.poor, subjects=(commune.mai,), **officer())


def test_a_list_does_not_reach_back_before_a_newer_one(commune: Commune) -> None:
    commune.hang()
    lay_lists(lists=commune.both, **officer(AFTER))
    certified("near_poor", {"household_id": commune.mai}, from_on=date(2027, 6, 1))
    commune.decide()
    terms: dict[str, Any] = {
        "place": "26041",
        "year": 2026,
        "serves_from": NEXT_YEAR,
        "on_paper": True,
        "addition": True,
    }
    (added,) = open_lists(on=AFTER, kinds=(ListKind.POOR,), **terms, **officer(AFTER))
    with pytest.raises(ListEmpty):
        lay_lists(lists=(added,), **officer(AFTER))
    nominate(on=AFTER, list_id=added, subjects=(commune.mai,), **officer(AFTER))
    lay_lists(lists=(added,), **officer(AFTER))
    told: dict[str, Any] = {"decision_number": "2", "decided_on": AFTER, "effective_on": AFTER}
    with pytest.raises(NewerListInForce, match="01/06/2027"):
        certify(on=AFTER, lists=(added,), **told, **chair(AFTER))


def test_an_addition_ends_nobody_else(commune: Commune) -> None:
    certified("near_poor", {"household_id": commune.mai})
    terms: dict[str, Any] = {"place": "26041", "year": 2025, "serves_from": TUESDAY, "on_paper": True}
    (added,) = open_lists(on=AFTER, kinds=(ListKind.POOR,), addition=True, **terms, **officer(AFTER))
    nominate(on=AFTER, list_id=added, subjects=(commune.mai,), **officer(AFTER))
    lay_lists(lists=(added,), **officer(AFTER))
    told: dict[str, Any] = {"decision_number": "2", "decided_on": AFTER, "effective_on": AFTER}
    assert certify(on=AFTER, lists=(added,), **told, **chair(AFTER)) == 1
    assert {row.kind for row in _listed(commune, AFTER)} == {"poor"}
    assert Listing.objects.get(kind="near_poor").ending == "changed"
