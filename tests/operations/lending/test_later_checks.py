"""After the money is out: was it used for its purpose, and do the two books agree?"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from dongvon.domain.lending.models import Disbursement, Loan
from dongvon.domain.lending.operations.check_use import (
    MeasuresNeeded,
    NoSuchDisbursement,
    NotThereYet,
    UseCheckedAlready,
    UseDoesNotAddUp,
    UseNotTold,
    UseSeen,
    check_use,
)
from dongvon.domain.lending.operations.compare_balances import (
    CauseNeeded,
    ComparedAlready,
    DayNotOver,
    Told,
    compare_balances,
)
from dongvon.domain.lending.queries.balance_sheets import compared, cover, kept_on, least_yearly_percent
from dongvon.domain.lending.queries.use_checks import uses_seen, uses_to_check
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank
from tests.operations.lending.village import OFFICER
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

LENT_ON = date(2026, 10, 10)
GROUP = UUID(int=77)


@pytest.fixture
def loan(bank: Bank) -> Loan:
    return bank.lend(on=LENT_ON, amount=50_000_000)


def paid_out(loan: Loan) -> UUID:
    return Disbursement.objects.get(loan=loan).id


def look(*disbursements: UUID, **more: Any) -> int:
    seen = {"checked_on": date(2026, 11, 1), "rightly": 50_000_000, "wrongly": 0, "used_for": "Mua 2 con bò", **more}
    rows = tuple(UseSeen(disbursement=each, **seen) for each in disbursements)
    return check_use(key=new_id(), by=OFFICER, at=AT, seen=rows)


def test_a_disbursement_waits_to_be_looked_at_within_thirty_days(loan: Loan) -> None:
    (row,) = uses_to_check(on=date(2026, 11, 9))
    assert (row.loan, row.amount, row.due_on) == (loan.id, 50_000_000, date(2026, 11, 9))
    assert not row.late(on=date(2026, 11, 9))
    assert row.late(on=date(2026, 11, 10))


def test_what_was_seen_waits_no_longer(loan: Loan) -> None:
    look(paid_out(loan), rightly=40_000_000, wrongly=10_000_000, measures="Thu hồi trước hạn phần sai mục đích")
    assert uses_to_check(on=date(2026, 12, 1)) == []
    (row,) = uses_seen(on=date(2026, 12, 1), group=GROUP)
    assert (row.rightly, row.wrongly, row.balance) == (40_000_000, 10_000_000, 50_000_000)
    assert not row.late(on=date(2027, 1, 1))


def test_each_disbursement_is_looked_at_once(loan: Loan) -> None:
    look(paid_out(loan))
    with pytest.raises(UseCheckedAlready, match="01/11/2026"):
        look(paid_out(loan))


@pytest.mark.parametrize(
    ("seen", "refusal"),
    [
        ({"rightly": 49_000_000}, UseDoesNotAddUp),
        ({"rightly": 51_000_000, "wrongly": -1_000_000}, UseDoesNotAddUp),
        ({"rightly": 40_000_000, "wrongly": 10_000_000}, MeasuresNeeded),
        ({"checked_on": LENT_ON - timedelta(days=1)}, NotThereYet),
        ({"checked_on": date(2026, 11, 25)}, NotThereYet),
        ({"used_for": " "}, UseNotTold),
    ],
)
def test_a_check_that_makes_no_sense_is_refused(loan: Loan, seen: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        look(paid_out(loan), **seen)


def test_nobody_checks_what_was_never_paid() -> None:
    with pytest.raises(NoSuchDisbursement):
        look(new_id())


def test_the_books_are_those_of_the_day_asked_for(bank: Bank, loan: Loan) -> None:
    """50 million at 6.24 % for 31 days is 264,986 (vector C1); then 20 million come back with that interest."""
    bank.pay(loan, 20_264_986, on=date(2026, 11, 10))
    (before,) = kept_on([loan.id], as_of=date(2026, 11, 9)).values()
    (after,) = kept_on([loan.id], as_of=date(2026, 11, 10)).values()
    assert (before.principal, before.interest) == (50_000_000, 264_986)
    # one day of 30 million: 5,128.77, of which 31 days' rounding took 0.30 already
    assert (after.principal, after.interest) == (30_000_000, 5_129)


def test_the_books_count_interest_that_was_paid_only_from_its_day(bank: Bank, loan: Loan) -> None:
    bank.pay(loan, 264_986, on=date(2026, 11, 10))
    assert kept_on([loan.id], as_of=date(2026, 11, 9))[loan.id].interest == 264_986


def told(loan: Loan, **more: Any) -> Told:
    return Told(**{"loan": loan.id, "principal": 50_000_000, "interest": 0, "cause": "", **more})


def compare(*lines: Told, as_of: date = LENT_ON - timedelta(days=1)) -> int:
    return compare_balances(key=new_id(), by=OFFICER, at=AT, as_of=as_of, told=lines)


def test_two_books_that_agree_need_no_cause(loan: Loan) -> None:
    interest = kept_on([loan.id], as_of=date(2026, 10, 31))[loan.id].interest
    assert compare(told(loan, interest=interest), as_of=date(2026, 10, 31)) == 0
    (row,) = cover(year=2026)
    assert (row.group, row.loans, row.compared, row.different) == (GROUP, 1, 1, 0)


def test_a_difference_has_a_cause(loan: Loan) -> None:
    with pytest.raises(CauseNeeded):
        compare(told(loan, principal=45_000_000), as_of=date(2026, 10, 31))
    line = told(loan, principal=45_000_000, cause="Tổ trưởng thu gốc nhưng chưa nộp")
    assert compare(line, as_of=date(2026, 10, 31)) == 1
    assert compared(GROUP, as_of=date(2026, 10, 31))[loan.id].cause == "Tổ trưởng thu gốc nhưng chưa nộp"
    (row,) = cover(year=2026)
    assert (row.compared, row.different) == (1, 1)


def test_a_day_is_compared_once_and_only_when_it_is_over(loan: Loan) -> None:
    line = told(loan, cause="Sổ của khách hàng chưa ghi lãi")
    compare(line, as_of=date(2026, 10, 31))
    with pytest.raises(ComparedAlready):
        compare(line, as_of=date(2026, 10, 31))
    with pytest.raises(DayNotOver):
        compare(line, as_of=date(2026, 11, 24))


def test_the_least_share_of_a_year_is_data(bank: Bank) -> None:
    assert least_yearly_percent(on=date(2026, 11, 24)) == 15


SUMS = {"received": 5, "rightly": 3, "wrongly": 2, "measures": "Thu hồi", "used_for": "Bò"}
TWICE = {"kind": "use", "from_on": LENT_ON, "granted": True}
EQUAL = {"kept_principal": 5, "told_principal": 5, "kept_interest": 1, "told_interest": 1, "cause": ""}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("lending_use_check_adds_up", SUMS, {**SUMS, "wrongly": 3}),
        ("lending_use_check_misuse_has_measures", SUMS, {**SUMS, "measures": ""}),
        ("lending_use_check_says_what_for", SUMS, {**SUMS, "used_for": ""}),
        ("lending_balance_check_difference_has_a_cause", EQUAL, {**EQUAL, "told_interest": 2}),
        ("lending_balance_check_not_negative", EQUAL, {**EQUAL, "told_principal": -1, "cause": "x"}),
        ("lending_check_period_is_some", {"days": 1}, {"days": 0}),
        ("lending_check_period_one_a_day", TWICE, TWICE),
        (
            "lending_balance_check_once_a_day",
            {"loan_id": GROUP, "as_of": LENT_ON},
            {"loan_id": GROUP, "as_of": LENT_ON},
        ),
    ],
)
def test_the_tables_refuse_by_themselves(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)
