"""A list is certified while the commune decides on a request: what was seen on the page must still be so."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Event
from uuid import UUID

import pytest
from django.db import connections, transaction

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.lending.models import Application, Confirmation
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.people.operations.certify import certify
from dongvon.domain.people.operations.lay_lists import lay_lists
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal
from tests.operations.lending.village import AT, CHAIR, PLACE, TODAY, Village, found_village
from tests.operations.people import community
from tests.operations.units.city import build_city

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

OTHER_CHAIR = Actor(UUID(int=46), None, frozenset({Role.COMMUNE_CHAIR}))


@pytest.fixture
def village() -> Village:
    with transaction.atomic():
        built = found_village(build_city())
        community.law()
        return built


def laid(*households: UUID) -> UUID:
    """A list of poor households that lies before the chair."""
    with transaction.atomic():
        envelope = {"by": SYSTEM, "at": AT}
        round_ = {"place": PLACE, "year": 2025, "serves_from": date(2026, 1, 1), "on_paper": True, "addition": False}
        (made,) = open_lists(key=new_id(), on=TODAY, kinds=(ListKind.POOR,), **round_, **envelope)
        nominate(key=new_id(), on=TODAY, list_id=made, subjects=households, **envelope)
        lay_lists(key=new_id(), lists=(made,), **envelope)
    return made


@contextmanager
def certified_and_held(list_id: UUID) -> Iterator[None]:
    """Inside the block the decision is written and not yet on disk; afterwards it is."""
    written, end = Event(), Event()

    def decide() -> None:
        try:
            with transaction.atomic():
                decision = {"decision_number": "31/QĐ-UBND", "decided_on": TODAY, "effective_on": TODAY}
                certify(key=new_id(), by=OTHER_CHAIR, at=AT, on=TODAY, lists=(list_id,), **decision)
                written.set()
                end.wait(30)
        finally:
            written.set()
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(decide)
        try:
            assert written.wait(30)
            yield
        finally:
            end.set()
        held.result(30)


def decided(village: Village, asked: UUID, decision: str, *, seen: str) -> str:
    line = LineDecision(application=asked, decision=decision, reason="Không có tên trong danh sách", seen=seen)
    try:
        with transaction.atomic():
            confirm(**village.envelope(CHAIR), lines=(line,))
        return "done"
    except Refusal as refusal:
        return refusal.code


def test_what_is_not_yet_certified_does_not_entitle_and_what_is_does(village: Village) -> None:
    with transaction.atomic():
        asked = village.ask()
        village.screened(asked)
    with certified_and_held(laid(village.households[0])):
        assert decided(village, asked, "confirm", seen="eligible") == "ConditionsChanged"
        assert Confirmation.objects.count() == 0
    assert decided(village, asked, "confirm", seen="eligible") == "done"
    kept = Confirmation.objects.select_related("evaluation").get().evaluation
    assert "31/QĐ-UBND" in str(kept.lines)


def test_nobody_is_refused_on_what_a_new_list_has_overtaken(village: Village) -> None:
    with transaction.atomic():
        asked = village.ask()
        village.screened(asked)
    with certified_and_held(laid(village.households[0])):
        pass
    assert decided(village, asked, "decline", seen="ineligible") == "ConditionsChanged"
    assert Application.objects.get(id=asked).stage == "screened"


def test_who_falls_off_the_list_is_not_confirmed_on_the_old_one(village: Village) -> None:
    with transaction.atomic():
        village.list("poor", 0, year=2024)
        asked = village.ask()
        village.screened(asked)
    with certified_and_held(laid(village.households[1])):
        pass
    assert decided(village, asked, "confirm", seen="eligible") == "ConditionsChanged"
