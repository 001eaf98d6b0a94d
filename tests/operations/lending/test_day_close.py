"""Closing a day: overdue under both regimes, notices, snapshots, interest off balance, and going on after a break."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.models import Day
from dongvon.domain.ledger.queries.balances import balances
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import CloseRun, CloseStep, Loan, Notice, OverdueTransfer, Snapshot
from dongvon.domain.lending.operations.calling import DayIsClosing, NotTheOpenDay
from dongvon.domain.lending.operations.end_close import StepsMissing, end_close
from dongvon.domain.lending.operations.start_close import NotTheDayToClose, start_close
from dongvon.domain.lending.operations.take_step import take_step
from dongvon.domain.lending.vocabulary import CloseStepName
from dongvon.domain.programmes.models import RateSeries
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank

OLD, NEW = date(2026, 2, 10), date(2026, 3, 10)
SESSION = date(2027, 3, 10)


def _overdue(loan: Loan) -> tuple[int, int]:
    loan.refresh_from_db()
    return loan.in_term, loan.overdue


def test_an_unpaid_instalment_is_carried_or_goes_overdue_by_the_day_of_the_contract(bank: Bank) -> None:
    carried, strict = bank.lend(on=OLD, amount=50_000_000), bank.lend(on=NEW, amount=50_000_000)
    assert strict.instalments.first().due_on == date(2027, 2, 10)
    close_days(until=SESSION)
    assert _overdue(carried) == (50_000_000, 0)
    assert _overdue(strict) == (33_400_000, 16_600_000)
    assert OverdueTransfer.objects.get().amount == 16_600_000
    assert balances(on=SESSION)["2112.01.1"] == 16_600_000


@pytest.mark.parametrize(
    ("code", "variant", "signed_on", "unpaid"),
    [
        ("01", "", date(2026, 2, 28), "carried"),  # 597/NHCS-TDNN: from 01/03/2026
        ("01", "", date(2026, 3, 1), "overdue"),
        ("02", "stem", date(2025, 8, 28), "overdue"),  # QĐ 29/2025: unpaid and not rescheduled goes overdue
        ("02", "stem", date(2025, 8, 27), "carried"),
    ],
)
def test_a_programme_s_own_text_comes_before_the_common_rule(
    bank: Bank, code: str, variant: str, signed_on: date, unpaid: str
) -> None:
    series = RateSeries.objects.get(
        programme__code=code, programme__variant=variant, fund="1", priority_class="ordinary", area=""
    ).id
    with connection.cursor() as cursor:
        cursor.execute("SELECT lending_regime(%s::smallint, %s)", [series, signed_on])
        assert cursor.fetchone() == (unpaid,)


def test_overdue_principal_bears_130_percent_from_its_transfer(bank: Bank) -> None:
    """C6: 10,000,000 overdue at 8.112 %, 30 days, 66,674."""
    bank.lend(on=NEW, amount=10_000_000, dues=(date(2027, 3, 10),), session_day=None)
    for until in (date(2027, 3, 10), date(2027, 4, 8)):
        close_days(until=until)
    last = Snapshot.objects.get(day=date(2027, 4, 8))
    assert (last.overdue, last.owed_overdue) == (10_000_000, 66_674)
    assert last.owed_in_term == 624_000  # the year before, at 6.24 %


def test_all_that_is_unpaid_goes_overdue_on_the_final_day(bank: Bank) -> None:
    loan = bank.lend(on=OLD, amount=50_000_000)
    close_days(until=date(2029, 1, 9))
    assert _overdue(loan)[1] == 0
    close_days(until=date(2029, 1, 10))  # the last session before 10/02/2029
    assert _overdue(loan) == (0, 50_000_000)


def test_a_month_ahead_borrowers_are_told_once(bank: Bank) -> None:
    bank.lend(on=NEW, amount=50_000_000)
    close_days(until=date(2027, 1, 9))
    assert not Notice.objects.exists()
    close_days(until=date(2027, 1, 12))
    notice = Notice.objects.get()
    assert (notice.due_on, notice.made_on, notice.amount) == (date(2027, 2, 10), date(2027, 1, 10), 16_600_000)


def test_a_snapshot_holds_principal_and_interest_of_the_whole_day(bank: Bank) -> None:
    bank.lend(on=OLD, amount=50_000_000)
    close_days(until=OLD)
    row = Snapshot.objects.get()
    assert (row.loans, row.in_term, row.lent) == (1, 50_000_000, 50_000_000)
    assert row.owed_in_term == 8_548  # 50 million at 6.24 % for the night: 8,547.95
    close_days(until=OLD + timedelta(days=30))
    assert Snapshot.objects.get(day=OLD + timedelta(days=30)).owed_in_term == 264_986
    assert balances(on=OLD + timedelta(days=30))["9411.01.1"] == 264_986


def test_missed_days_are_caught_up_and_each_is_on_record(bank: Bank) -> None:
    bank.lend(on=OLD, amount=50_000_000)
    close_days(until=OLD)
    assert close_days(until=OLD + timedelta(days=3)) == 3
    assert close_days(until=OLD + timedelta(days=3)) == 0
    assert [run.day for run in CloseRun.objects.order_by("day")] == [OLD + timedelta(days=n) for n in range(4)]
    assert CloseStep.objects.count() == 4 * len(CloseStepName)
    assert Day.objects.count() == 4


def test_a_broken_close_goes_on_where_it_stopped(bank: Bank) -> None:
    bank.lend(on=OLD, amount=50_000_000)
    start_close(key=new_id(), by=SYSTEM, at=AT, on=OLD)
    first = take_step(key=new_id(), by=SYSTEM, at=AT, on=OLD, step=CloseStepName.SNAPSHOT)
    assert take_step(key=new_id(), by=SYSTEM, at=AT, on=OLD, step=CloseStepName.SNAPSHOT) == first
    with pytest.raises(StepsMissing, match="overdue"):
        end_close(key=new_id(), by=SYSTEM, at=AT, on=OLD)
    assert close_days(until=OLD) == 1
    assert Snapshot.objects.count() == 1


def test_nothing_is_booked_while_a_day_closes_nor_on_another_day(bank: Bank) -> None:
    loan = bank.lend(on=OLD, amount=50_000_000)
    start_close(key=new_id(), by=SYSTEM, at=AT, on=OLD)
    with pytest.raises(DayIsClosing), transaction.atomic():
        bank.pay(loan, 1, on=OLD)
    close_days(until=OLD)
    for on in (OLD, OLD + timedelta(days=2)):
        with pytest.raises(NotTheOpenDay), transaction.atomic():
            bank.pay(loan, 1, on=on)
    with pytest.raises(NotTheDayToClose):
        start_close(key=new_id(), by=SYSTEM, at=AT, on=OLD + timedelta(days=2))
