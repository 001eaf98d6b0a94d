"""Freezing, writing off and recovering: golden vectors E and section 5.6; interest counted by hand."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.queries.balances import balances
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Freeze, Loan
from dongvon.domain.lending.operations.calling import LoanClosed, ValueTooOld
from dongvon.domain.lending.operations.end_freeze import NotFrozen, end_freeze
from dongvon.domain.lending.operations.freeze import FreezeAhead, FreezeOver, NoFreezeBefore, freeze
from dongvon.domain.lending.operations.holding import LoanRests
from dongvon.domain.lending.operations.recover import MoreThanKept, NotWrittenOff, recover
from dongvon.domain.lending.operations.reduce_interest import MoreThanStored, reduce_interest
from dongvon.domain.lending.operations.reverse_receipt import DebtChangedSince, reverse_receipt
from dongvon.domain.lending.operations.write_off import write_off
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.lending.rules.risk import FreezeFirst, NoBandForCause, OnlyExtension, TooLong
from dongvon.domain.lending.vocabulary import InterestStore, PetitionKind, RiskCause
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, BRANCH, Bank

START, STRUCK, LATE = date(2026, 3, 10), date(2026, 6, 8), date(2026, 6, 20)
BY = {"by": BRANCH, "at": AT, "decision": "62/QĐ-HĐQT"}
#: 50,000,000 at 6.24 % for 90 days.
NINETY = 769_315


@pytest.fixture
def loan(bank: Bank) -> Loan:
    """50 million lent 90 days before disaster struck."""
    return bank.lend(on=START, amount=50_000_000)


def _freeze(bank: Bank, loan: Loan, *, on: date = STRUCK, **more: Any) -> UUID:
    why = {"code": "102", "damage_percent": Decimal(40), "reason": "Lũ"}
    cause = RiskCause(**{name: more.pop(name, value) for name, value in why.items()})
    with transaction.atomic():
        petition = bank.ask(loan, PetitionKind.FREEZE, on=on)
        return freeze(
            key=new_id(), on=on, petition=petition, cause=cause, **BY, **{"from_on": on, "months": 36, **more}
        )


@pytest.mark.parametrize(
    ("damage", "months", "fault"),
    [
        ("39.9", 12, OnlyExtension),
        ("40", 36, None),
        ("40", 37, TooLong),
        ("79.9", 37, TooLong),
        ("80", 60, None),
        ("80", 61, TooLong),
        (None, 37, TooLong),  # students, water, housing: damage is not asked, the shortest freeze holds
    ],
)
def test_e_damage_decides_how_long(
    bank: Bank, loan: Loan, damage: str | None, months: int, fault: type[Exception] | None
) -> None:
    freezing = partial(_freeze, bank, loan, months=months, damage_percent=damage and Decimal(damage))
    if fault is None:
        freezing()
        assert Freeze.objects.get().months == months
    else:
        with pytest.raises(fault):
            freezing()


def test_what_cannot_be_frozen_is_refused(bank: Bank, loan: Loan) -> None:
    for more, fault in (
        ({"code": "999"}, NoBandForCause),
        ({"code": "110"}, NoFreezeBefore),
        ({"from_on": date(2026, 6, 9)}, FreezeAhead),
        ({"from_on": date(2026, 4, 8), "months": 2}, FreezeOver),
        ({"from_on": date(2026, 3, 9)}, ValueTooOld),
    ):
        with pytest.raises(fault), transaction.atomic():
            _freeze(bank, loan, **more)
    _freeze(bank, loan)
    with pytest.raises(LoanRests):
        _freeze(bank, loan)


def test_a_frozen_debt_earns_nothing_and_its_arrears_stay(bank: Bank, loan: Loan) -> None:
    _freeze(bank, loan, on=LATE, from_on=STRUCK)
    assert balances(on=LATE)["2113.01.1"] == 50_000_000
    met = bank.pay(loan, NINETY + 1_000_000, on=date(2026, 9, 10))
    assert (met.interest, met.frozen_principal) == (NINETY, 1_000_000)
    end_freeze(key=new_id(), on=date(2026, 9, 10), petition=_asked(bank, loan), **BY)
    loan.refresh_from_db()
    assert (loan.in_term, loan.frozen) == (49_000_000, 0)
    # 49,000,000 × 30 × 6.24 % / 365 = 251,309.59, and 0.07 from before
    assert bank.pay(loan, 251_310, on=date(2026, 10, 10)).interest == 251_310
    assert verify() == []


def _asked(bank: Bank, loan: Loan) -> UUID:
    return bank.ask(loan, PetitionKind.END_FREEZE, on=LATE)


def test_a_decision_told_late_undoes_what_went_overdue_since(bank: Bank) -> None:
    """Struck on 08/06, overdue on 10/06, the freeze told on 20/06: no overdue interest of those ten days is left."""
    loan = bank.lend(on=START, amount=50_000_000, dues=(date(2026, 6, 12), date(2027, 6, 12)))
    close_days(until=date(2026, 6, 18))
    close_days(until=date(2026, 6, 19))
    loan.refresh_from_db()
    assert loan.overdue == 25_000_000
    _freeze(bank, loan, on=LATE, from_on=STRUCK)
    loan.refresh_from_db()
    assert (loan.in_term, loan.overdue, loan.frozen) == (0, 0, 50_000_000)
    assert (loan.earned_in_term / 36_500, loan.earned_overdue) == (pytest.approx(Decimal("769315.07"), abs=1), 0)
    bank.pay(loan, NINETY + 5_000_000, on=LATE)  # frozen principal meets the overdue part first
    end_freeze(key=new_id(), on=date(2026, 6, 20), petition=_asked(bank, loan), **BY)
    loan.refresh_from_db()
    assert (loan.in_term, loan.overdue) == (25_000_000, 20_000_000)
    assert verify() == []


def test_a_payment_made_before_the_late_decision_stays_paid(bank: Bank, loan: Loan) -> None:
    paid = bank.pay(loan, 10_000_000, on=date(2026, 6, 18))
    _freeze(bank, loan, on=LATE, from_on=STRUCK)
    loan.refresh_from_db()
    assert loan.frozen == 50_000_000 - paid.principal
    with pytest.raises(DebtChangedSince):
        reverse_receipt(key=new_id(), by=SYSTEM, at=AT, on=LATE, receipt=paid.receipt, reason="Nhầm")
    assert verify() == []


def test_a_further_freeze_is_no_longer_than_the_one_before(bank: Bank, loan: Loan) -> None:
    """E: after a freeze of three years at most three more; interest between them is earned."""
    _freeze(bank, loan, months=1)
    close_days(until=date(2026, 7, 7))  # ends 08/07
    loan.refresh_from_db()
    assert (loan.in_term, loan.frozen) == (50_000_000, 0)
    on = date(2026, 7, 8)
    with pytest.raises(TooLong):
        _freeze(bank, loan, on=on, code="110", months=2)
    _freeze(bank, loan, on=on, code="110", months=1)
    assert Freeze.objects.latest("from_on").further_to == Freeze.objects.earliest("from_on")
    assert verify() == []


def test_only_what_is_frozen_can_be_unfrozen(bank: Bank, loan: Loan) -> None:
    with pytest.raises(NotFrozen):
        end_freeze(key=new_id(), on=LATE, petition=_asked(bank, loan), **BY)


def _write_off(bank: Bank, loan: Loan, *, cause: str, on: date) -> UUID:
    with transaction.atomic():
        petition = bank.ask(loan, PetitionKind.WRITE_OFF, on=on)
        return write_off(key=new_id(), on=on, petition=petition, cause_code=cause, **BY)


def test_a_debt_is_frozen_before_it_is_written_off(bank: Bank, loan: Loan) -> None:
    """Exam bank: heirs unable to pay are frozen first; section 5.6: the freeze has ended, still unable."""
    with pytest.raises(FreezeFirst):
        _write_off(bank, loan, cause="102", on=STRUCK)
    with pytest.raises(FreezeFirst), transaction.atomic():
        _write_off(bank, bank.lend(on=START, amount=1_000_000), cause="110", on=STRUCK)
    _freeze(bank, loan, months=1)
    close_days(until=date(2026, 7, 7))
    _write_off(bank, loan, cause="110", on=date(2026, 7, 8))
    loan.refresh_from_db()
    assert loan.closed_on == date(2026, 7, 8)


def test_a_written_off_debt_is_kept_off_balance_and_recovered_into_income(bank: Bank, loan: Loan) -> None:
    _write_off(bank, loan, cause="109", on=STRUCK)
    close_days(until=STRUCK)
    books = balances(on=STRUCK)
    assert (books.get("2111.01.1", 0), books["4391"], books["9711.01.1"]) == (0, -50_000_000, 50_000_000 + NINETY)
    assert books.get("9411.01.1", 0) == 0
    with pytest.raises(LoanClosed), transaction.atomic():
        bank.pay(loan, 1, on=date(2026, 6, 9))
    take = partial(recover, by=SYSTEM, at=AT, on=date(2026, 6, 9), loan=loan.id)
    take(key=new_id(), amount=1_000_000)
    with pytest.raises(MoreThanKept) as refusal:
        take(key=new_id(), amount=49_000_000 + NINETY + 1)
    assert refusal.value.values["left"] == 49_000_000 + NINETY
    books = balances(on=date(2026, 6, 9))
    assert (books["7020.01.1"], books["9711.01.1"]) == (1_000_000, 49_000_000 + NINETY)
    assert verify() == []


def test_a_living_debt_is_repaid_not_recovered(bank: Bank, loan: Loan) -> None:
    with pytest.raises(NotWrittenOff):
        recover(key=new_id(), by=SYSTEM, at=AT, on=STRUCK, loan=loan.id, amount=1)


def test_interest_is_taken_away_by_decision_and_no_more_than_is_owed(bank: Bank, loan: Loan) -> None:
    petition = bank.ask(loan, PetitionKind.REDUCE_INTEREST, on=STRUCK)
    reduce = partial(reduce_interest, on=STRUCK, petition=petition, store=InterestStore.IN_TERM, **BY)
    with pytest.raises(MoreThanStored), transaction.atomic():
        reduce(key=new_id(), amount=NINETY + 1)
    reduce(key=new_id(), amount=500_000)
    assert bank.pay(loan, 50_000_000 + NINETY - 500_000, on=STRUCK).interest == NINETY - 500_000
    loan.refresh_from_db()
    assert loan.closed_on == STRUCK
    assert verify() == []


def test_a_loan_whose_last_interest_is_forgiven_ends(bank: Bank) -> None:
    """Overdue principal is met before interest: 92 days at 6.24 % and one at 8.112 % are left, and forgiven."""
    loan = bank.lend(on=START, amount=50_000_000, dues=(date(2026, 6, 12),))
    close_days(until=date(2026, 6, 10))
    on = date(2026, 6, 11)
    bank.pay(loan, 50_000_000, on=on)
    for store, amount, closed_on in ((InterestStore.IN_TERM, 786_411, None), (InterestStore.OVERDUE, 11_112, on)):
        petition = bank.ask(loan, PetitionKind.REDUCE_INTEREST, on=on)
        reduce_interest(key=new_id(), on=on, petition=petition, store=store, amount=amount, **BY)
        loan.refresh_from_db()
        assert loan.closed_on == closed_on
    assert verify() == []
