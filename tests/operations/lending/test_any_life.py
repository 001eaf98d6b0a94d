"""Whatever happens to loans, in whatever order it becomes known: no đồng is lost or made, and every book agrees."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.queries import verification as books
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Disbursement, Loan, Receipt, WriteOff
from dongvon.domain.lending.operations.end_freeze import end_freeze
from dongvon.domain.lending.operations.extend import extend
from dongvon.domain.lending.operations.freeze import freeze
from dongvon.domain.lending.operations.reduce_interest import reduce_interest
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.operations.suspend import suspend
from dongvon.domain.lending.operations.write_off import write_off
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.lending.vocabulary import InterestStore, PetitionKind, RiskCause
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal
from tests.operations.lending.bank import AT, BRANCH, Bank
from tests.operations.lending.twins import CHANCE, Wanted, alone, lend, wanted

DAY = timedelta(days=1)
WHAT = st.sampled_from(["pay", "late", "reverse", "freeze", "thaw", "suspend", "extend", "reduce", "write_off"])
#: What happens, days after the one before, and a number for amounts, days back and months: before any day is closed,
#: and with days closed.
EARLY = st.lists(st.tuples(WHAT, st.integers(0, 60), st.integers(1, 30)), max_size=6)
LATE = st.lists(st.tuples(WHAT, st.integers(0, 2), st.integers(1, 30)), min_size=1, max_size=5)
Events = list[tuple[str, int, int]]


@given(asked=wanted(longest_step=90), early=EARLY, late=LATE)
@CHANCE
def test_every_life_adds_up(bank: Bank, asked: Wanted, early: Events, late: Events) -> None:
    def work() -> None:
        loan, on = lend(bank, asked), asked.on
        for what, days, number in early:
            on += days * DAY
            _try(what, bank, loan, on, number)
        close_days(until=on)
        for what, days, number in late:
            on += (1 + days) * DAY
            close_days(until=on - DAY)
            _try(what, bank, loan, on, number)
        close_days(until=on)
        assert verify() == []
        assert books.verify() == []
        _nothing_lost(loan)

    alone(work)


def _try(what: str, bank: Bank, loan: Loan, on: date, number: int) -> None:
    with suppress(Refusal), transaction.atomic():
        ACTS[what](bank, loan, on, number)


def _nothing_lost(loan: Loan) -> None:
    loan.refresh_from_db()
    lent = Disbursement.objects.filter(loan=loan).aggregate(sum=Sum("amount"))["sum"]
    kept = Receipt.objects.filter(loan=loan, reversal=None)
    parts = ("overdue_principal", "due_principal", "further_principal", "frozen_principal")
    repaid = sum(getattr(row, part) for row in kept for part in parts)
    written_off = sum(row.principal for row in WriteOff.objects.filter(loan=loan))
    assert lent == repaid + written_off + loan.in_term + loan.overdue + loan.frozen


def _pay(bank: Bank, loan: Loan, on: date, number: int) -> None:
    bank.pay(loan, number**4 + 1, on=on)


def _late(bank: Bank, loan: Loan, on: date, number: int) -> None:
    bank.pay(loan, 300_000 * number, on=on, value_on=on - number * DAY)


def _reverse(bank: Bank, loan: Loan, on: date, number: int) -> None:
    receipt = Receipt.objects.filter(loan=loan, reversal=None).order_by("posted_at", "id").last()
    if receipt is not None:
        reverse_receipt(key=new_id(), by=SYSTEM, at=AT, on=on, receipt=receipt.id, reason="Ghi nhầm")


def _freeze(bank: Bank, loan: Loan, on: date, number: int) -> None:
    cause = RiskCause(code="106", damage_percent=Decimal(50), reason="Ốm nặng")
    asked = {"from_on": on - (number // 2) * DAY, "months": 1 + number // 10, "cause": cause}
    freeze(key=new_id(), on=on, petition=bank.ask(loan, PetitionKind.FREEZE, on=on), **BY, **asked)


def _thaw(bank: Bank, loan: Loan, on: date, number: int) -> None:
    end_freeze(key=new_id(), on=on, petition=bank.ask(loan, PetitionKind.END_FREEZE, on=on), **BY)


def _suspend(bank: Bank, loan: Loan, on: date, number: int) -> None:
    from_on = on - (number - 10) * DAY
    asked = {"from_on": from_on, "until_on": add_months(from_on, 1 + number % 3), "months": 0}
    suspend(key=new_id(), on=on, petition=bank.ask(loan, PetitionKind.SUSPEND, on=on), **BY, **asked)


def _extend(bank: Bank, loan: Loan, on: date, number: int) -> None:
    extend(key=new_id(), on=on, petition=bank.ask(loan, PetitionKind.EXTEND, on=on), months=1 + number % 4, **BY)


def _reduce(bank: Bank, loan: Loan, on: date, number: int) -> None:
    petition = bank.ask(loan, PetitionKind.REDUCE_INTEREST, on=on)
    store = list(InterestStore)[number % 3]
    reduce_interest(key=new_id(), on=on, petition=petition, store=store, amount=number * 100, **BY)


def _write_off(bank: Bank, loan: Loan, on: date, number: int) -> None:
    petition = bank.ask(loan, PetitionKind.WRITE_OFF, on=on)
    write_off(key=new_id(), on=on, petition=petition, cause_code="109", **BY)


BY = {"by": BRANCH, "at": AT, "decision": "62/QĐ-HĐQT"}
ACTS: dict[str, Callable[[Bank, Loan, date, int], None]] = {
    "pay": _pay,
    "late": _late,
    "reverse": _reverse,
    "freeze": _freeze,
    "thaw": _thaw,
    "suspend": _suspend,
    "extend": _extend,
    "reduce": _reduce,
    "write_off": _write_off,
}
