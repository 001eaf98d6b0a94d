"""Two directors approve at once: one file, the last of a fund, two requests of one household under one ceiling."""

from uuid import UUID

import pytest
from django.db import transaction

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.lending.models import Application, Approval
from dongvon.domain.units.vocabulary import Role
from tests.concurrency.two import at_once, second_is_told
from tests.operations.lending.village import DIRECTOR, MILLION, Village, actor, found_village
from tests.operations.units.city import build_city

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

OTHER_DIRECTOR = actor(45, Role.OFFICE_DIRECTOR)


@pytest.fixture
def village() -> Village:
    with transaction.atomic():
        built = found_village(build_city())
        built.list("poor", 0, 1)
        return built


def ready(village: Village, *applications: UUID) -> None:
    with transaction.atomic():
        village.confirmed(*applications)
        for each in applications:
            village.controlled(each)


def test_a_household_asks_once(village: Village) -> None:
    """Tổ trưởng and cán bộ tín dụng enter the same request in the same moment."""
    assert second_is_told(village.ask, village.ask) == "AskedAlready"
    assert Application.objects.count() == 1


def test_one_file_is_approved_once(village: Village) -> None:
    with transaction.atomic():
        asked = village.ask()
    ready(village, asked)
    told = at_once(
        lambda: village.approve(asked, by=DIRECTOR),
        lambda: village.approve(asked, by=OTHER_DIRECTOR),
    )
    assert told == ["StepTaken", "done"]
    assert Approval.objects.count() == 1


def test_the_last_of_a_fund_goes_to_one(village: Village) -> None:
    with transaction.atomic():
        one, other = village.ask(of=0), village.ask(of=1)
    ready(village, one, other)
    FundLimit.objects.update(amount=70 * MILLION)
    told = at_once(
        lambda: village.approve(one, by=DIRECTOR),
        lambda: village.approve(other, by=OTHER_DIRECTOR),
    )
    assert told == ["FundExhausted", "done"]
    assert FundLimit.objects.get().drawn == 50 * MILLION


def test_one_household_does_not_pass_its_ceiling_by_asking_twice(village: Village) -> None:
    """100 million a household (QĐ 12/QĐ-HĐQT): of two requests of 60 million that slipped in, one is approved."""
    with transaction.atomic():
        asked = village.ask(amount=60 * MILLION)
        twin = village.draft(of=0, amount=60 * MILLION)
        Application.objects.filter(id=asked).update(stage="withdrawn")
        again = village.ask(id=twin.id, amount=60 * MILLION)
        Application.objects.filter(id=asked).update(stage="requested")
    ready(village, asked, again)
    told = at_once(
        lambda: village.approve(asked, by=DIRECTOR),
        lambda: village.approve(again, by=OTHER_DIRECTOR),
    )
    assert told == ["ConditionNotMet", "done"]
