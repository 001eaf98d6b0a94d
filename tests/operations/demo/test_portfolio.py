"""The loaded portfolio: its books agree, the rules of lending made its history, it is closed and measured."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.demo.city.load import load_city
from dongvon.demo.city.loaded import City
from dongvon.demo.lists.load import load_list_law
from dongvon.demo.portfolio.figures import Scale
from dongvon.demo.portfolio.load import load_portfolio
from dongvon.demo.servicing.load import load_servicing
from dongvon.demo.story.people import Cast
from dongvon.domain.audit.models import Event
from dongvon.domain.insight.models import Summary
from dongvon.domain.insight.queries.snapshots import unmeasured_months
from dongvon.domain.ledger.queries import verification as books
from dongvon.domain.lending.models import Instalment, Loan, Movement, Receipt, Snapshot
from dongvon.domain.lending.queries import verification
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.lending.rules.due import due_on
from dongvon.domain.lending.rules.interest import Movement as Moved
from dongvon.domain.lending.rules.interest import RateStep, accrued
from dongvon.domain.lending.rules.schedule import dues_until, equal_principal
from dongvon.domain.programmes.models import RateSegment
from dongvon.kernel.calendar import add_months
from dongvon.kernel.money import half_up
from dongvon.kernel.rates import Rate

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ON = date(2026, 11, 23)
AT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SCALE = Scale(name="some", communes=("26041", "26206"), per_thousand=60, told_months=24)


@pytest.fixture(scope="module")
def city(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[City]:
    """Two communes' loans, loaded once for the file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        cast = Cast(city=load_city())
        for load in (load_catalogue, load_servicing, load_list_law):
            load(maker=cast.called("bao"), checker=cast.called("lan"), at=AT)
        tell(cast.city)
        yield cast.city
        transaction.set_rollback(True)


def tell(city: City) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    load_portfolio(city, scale=SCALE, on=ON, at=AT, progress=lambda done, total: seen.append((done, total)))
    return seen


def test_books_and_loans_agree(city: City) -> None:
    assert Loan.objects.count() > 300
    assert verification.verify() == []
    assert books.verify() == []


def test_loading_again_changes_nothing(city: City) -> None:
    before = Event.objects.count(), Loan.objects.count(), Receipt.objects.count()
    assert tell(city)[-1] == (2, 2)
    assert (Event.objects.count(), Loan.objects.count(), Receipt.objects.count()) == before


def test_the_last_day_is_closed_and_two_years_are_measured(city: City) -> None:
    assert open_day() == date(2026, 11, 24)
    assert unmeasured_months() == []
    months = sorted(set(Summary.objects.values_list("month", flat=True)))
    assert (months[0], months[-1], len(months)) == (date(2024, 10, 1), date(2026, 11, 1), 26)


def test_summaries_say_what_the_loans_owe(city: City) -> None:
    owed = {name: sum(Loan.objects.values_list(name, flat=True)) for name in ("in_term", "overdue", "frozen")}
    now = Summary.objects.filter(month=date(2026, 11, 1))
    assert {name: sum(now.values_list(name, flat=True)) for name in owed} == owed
    assert set(now.values_list("day", flat=True)) == {ON}
    assert sum(now.values_list("loans", flat=True)) == Loan.objects.filter(closed_on=None).count()


def test_turnover_explains_every_change_of_debt(city: City) -> None:
    months = sorted(set(Summary.objects.values_list("month", flat=True)))
    owed = 0
    for at, month in enumerate(months):
        rows = Summary.objects.filter(month=month)
        now = sum(row.in_term + row.overdue + row.frozen for row in rows)
        moved = sum(row.lent - row.repaid for row in rows)
        assert at == 0 or now - owed == moved
        owed = now


def test_parts_and_dues_are_those_of_the_rules(city: City) -> None:
    """Periods by VB 2174: 12 months up to a year, 24 up to five, else 36; students and water always 12."""
    for loan in Loan.objects.select_related("series__programme").order_by("id")[:150]:
        term, code = loan.term_months, loan.series.programme.code
        every = 12 if term <= 12 or code in {"02", "06", "04"} else 24 if term <= 60 else 36
        first = add_months(loan.grace_until or loan.signed_on, every)
        dues = dues_until(loan.contractual_on, first_on=first, every_months=every)
        planned = equal_principal([Moved(loan.signed_on, loan.approved)], dues=dues, floor_to=100_000)
        found = Instalment.objects.filter(loan=loan).order_by("number")
        assert [each.principal for each in found] == [each.principal for each in planned]
        assert [each.session_on for each in found] == [
            due_on(each, session_day=loan.session_day, moved={}) for each in dues
        ]


def test_interest_collected_is_what_the_rules_make_of_the_balance(city: City) -> None:
    young = Loan.objects.filter(signed_on__gte=date(2024, 12, 1), grace_until=None, collected_in_term__gt=0)
    assert young.count() > 50
    for loan in young.order_by("id")[:120]:
        moved = [
            Moved(each.value_on, each.in_term)
            for each in Movement.objects.filter(loan=loan, cause__in=("disbursement", "receipt"))
        ]
        last = Receipt.objects.filter(loan=loan).latest("value_on").value_on
        interest = accrued(moved, rates=rates_of(loan), from_on=loan.signed_on, until_on=last)
        assert loan.collected_in_term == half_up(interest)


def rates_of(loan: Loan) -> list[RateStep]:
    rows = RateSegment.objects.filter(cohort=loan.cohort_id).order_by("starts_on")
    steps = [RateStep(row.starts_on, Rate.of(row.percent)) for row in rows]
    return [RateStep(min(steps[0].from_on, loan.signed_on), steps[0].rate), *steps[1:]]


def test_unpaid_parts_follow_the_regime_of_their_contract(city: City) -> None:
    """From 01/03/2026 an unpaid part goes overdue on its day; before, only at the end (597/NHCS-TDNN)."""
    for loan in Loan.objects.filter(overdue__gt=0):
        assert loan.signed_on >= date(2026, 3, 1) or loan.final_on <= ON
    assert Loan.objects.filter(overdue__gt=0).exists()
    assert not Loan.objects.filter(closed_on=None, in_term__gt=0, final_on__lte=ON).exists()


def test_snapshots_begin_two_years_ago(city: City) -> None:
    days = sorted(set(Snapshot.objects.values_list("day", flat=True)))
    assert days[0] == date(2024, 10, 31)
    assert len(days) >= 26
