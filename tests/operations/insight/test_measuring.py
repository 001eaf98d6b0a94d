"""Summaries are sums of snapshots: debts of the last closed day, turnover of every day; each month once."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.insight.jobs import measure_closed
from dongvon.domain.insight.models import Summary, Total
from dongvon.domain.insight.operations.measure import measure
from dongvon.domain.insight.queries.snapshots import unmeasured_months
from dongvon.kernel.ids import new_id
from tests.operations.insight.portfolio import AT, MILLION, Portfolio, tell_a_year

OCTOBER = date(2026, 10, 1)


def test_debts_are_of_the_last_day_and_turnover_of_all(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    central = Summary.objects.get(month=OCTOBER, fund="1")
    assert central.day == date(2026, 10, 31)
    assert (central.loans, central.overdue_loans) == (11, 1)
    assert (central.in_term, central.overdue, central.frozen) == (1_020 * MILLION, 30 * MILLION, 10 * MILLION)
    assert (central.lent, central.repaid, central.interest) == (40 * MILLION, 50 * MILLION, 9 * MILLION)
    assert central.owed == 13 * MILLION


def test_groups_are_summed_up(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    november = Summary.objects.filter(month=date(2026, 11, 1), place="26041")
    assert {row.fund: row.in_term // MILLION for row in november} == {"1": 1_000, "2": 350}


def test_measuring_twice_gives_the_same_rows(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    before = list(Summary.objects.order_by("pk").values())
    measure(key=new_id(), by=SYSTEM, at=AT, months=(OCTOBER, date(2026, 11, 1)))
    assert list(Summary.objects.order_by("pk").values()) == before


def test_a_total_is_the_sum_of_its_programmes(portfolio: Portfolio) -> None:
    portfolio.snapshot(OCTOBER, in_term=10, overdue=2, lent=3)
    portfolio.snapshot(OCTOBER, programme="06", in_term=7, repaid=4)
    portfolio.measured()
    assert Summary.objects.count() == 2
    total = Total.objects.get()
    assert (total.in_term, total.overdue, total.lent, total.repaid) == (
        17 * MILLION,
        2 * MILLION,
        3 * MILLION,
        4 * MILLION,
    )


def test_what_was_paid_back_and_closed_still_counts_as_turnover(portfolio: Portfolio) -> None:
    portfolio.snapshot(date(2026, 10, 6), in_term=0, loans=0, repaid=20)
    portfolio.snapshot(date(2026, 10, 31), fund="2", in_term=5)
    portfolio.measured()
    gone = Summary.objects.get(fund="1")
    assert (gone.in_term, gone.loans, gone.repaid) == (0, 0, 20 * MILLION)


def test_only_months_with_newer_days_are_measured(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    assert unmeasured_months() == []
    portfolio.snapshot(date(2026, 11, 24), in_term=1)
    portfolio.snapshot(date(2027, 2, 28), in_term=1)
    assert unmeasured_months() == [date(2026, 11, 1), date(2027, 2, 1)]


def test_the_job_catches_up_and_then_rests(portfolio: Portfolio) -> None:
    for month in (9, 10, 11):
        portfolio.snapshot(date(2026, month, 20), in_term=month)
    assert measure_closed() == 3
    assert measure_closed() == 0
    assert Summary.objects.get(month=OCTOBER).in_term == 10 * MILLION


def test_a_month_is_told_by_its_first_day(portfolio: Portfolio) -> None:
    with pytest.raises(AssertionError, match="first day"):
        measure(key=new_id(), by=SYSTEM, at=AT, months=(date(2026, 10, 2),))


def test_one_row_a_month_and_part(portfolio: Portfolio) -> None:
    tell_a_year(portfolio)
    for table in (Summary, Total):
        row = table.objects.filter(month=OCTOBER).values().first()
        assert row is not None
        with pytest.raises(IntegrityError), transaction.atomic():
            table.objects.create(**row)


def test_the_web_cannot_write_sums(portfolio: Portfolio, as_role) -> None:  # type: ignore[no-untyped-def]
    tell_a_year(portfolio)
    for table in (Summary, Total):
        with pytest.raises(ProgrammingError), transaction.atomic(), as_role("dongvon_web"):
            table.objects.filter(month=OCTOBER).delete()
