"""Asking again with the same key gives the first answer and changes nothing, whatever was asked."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.models import Transfer
from dongvon.domain.lending.models import Instalment, Loan, Receipt
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.end_freeze import end_freeze
from dongvon.domain.lending.operations.extend import extend
from dongvon.domain.lending.operations.freeze import freeze
from dongvon.domain.lending.operations.recover import recover
from dongvon.domain.lending.operations.reduce_interest import reduce_interest
from dongvon.domain.lending.operations.repay import repay
from dongvon.domain.lending.operations.repay_many import repay_many
from dongvon.domain.lending.operations.reschedule import reschedule
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.operations.roll_over import roll_over
from dongvon.domain.lending.operations.suspend import suspend
from dongvon.domain.lending.operations.write_off import write_off
from dongvon.domain.lending.vocabulary import InterestStore, Payment, PetitionKind, RiskCause
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, BRANCH, Bank

START, ON = date(2026, 3, 10), date(2026, 6, 8)
BY = {"by": BRANCH, "at": AT, "on": ON, "decision": "12/QĐ"}


def test_asking_again_changes_nothing(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=40_000_000, approved=50_000_000)
    for act in _acts(bank, loan):
        key = new_id()
        first = act(key)
        state = _state()
        assert act(key) == first
        assert _state() == state


def _acts(bank: Bank, loan: Loan) -> Iterator[Callable[[Any], object]]:
    def asked(kind: PetitionKind) -> dict[str, Any]:
        return {**BY, "petition": bank.ask(loan, kind, on=ON)}

    money = {"by": SYSTEM, "at": AT, "on": ON}
    payment = Payment(receipt=new_id(), loan=loan.id, amount=1_000, value_on=ON)
    yield lambda key: disburse(key=key, **money, loan=loan.id, amount=10_000_000)
    yield lambda key: repay(key=key, **money, loan=loan.id, amount=5_000_000)
    yield lambda key: repay_many(key=key, **money, payments=(payment,))
    receipt = Receipt.objects.get(amount=5_000_000).id
    yield lambda key: reverse_receipt(key=key, **money, receipt=receipt, reason="Ghi nhầm")
    given = asked(PetitionKind.EXTEND)
    yield lambda key: extend(key=key, **given, months=6)
    given = asked(PetitionKind.RESCHEDULE)
    yield lambda key: reschedule(key=key, **given, number=1, due_on=date(2027, 4, 10))
    given = asked(PetitionKind.REDUCE_INTEREST)
    yield lambda key: reduce_interest(key=key, **given, store=InterestStore.IN_TERM, amount=1_000)
    given = {**asked(PetitionKind.FREEZE), "cause": RiskCause(code="106", damage_percent=Decimal(50), reason="Ốm")}
    yield lambda key: freeze(key=key, **given, from_on=ON, months=12)
    given = asked(PetitionKind.END_FREEZE)
    yield lambda key: end_freeze(key=key, **given)
    given = asked(PetitionKind.WRITE_OFF)
    yield lambda key: write_off(key=key, **given, cause_code="109")
    yield lambda key: recover(key=key, **money, loan=loan.id, amount=1_000)
    soldier = bank.lend(on=START, amount=20_000_000)
    given = {**BY, "petition": bank.ask(soldier, PetitionKind.SUSPEND, on=ON)}
    yield lambda key: suspend(key=key, **given, from_on=ON, until_on=date(2028, 6, 8), months=0)
    crop = bank.lend(on=START, amount=30_000_000, term_months=12, dues=(date(2027, 3, 10),))
    bank.pay(crop, 461_589, on=ON)  # 90 days at 6.24 %: 461,589.04
    renewed = {**BY, "petition": bank.ask(crop, PetitionKind.ROLL_OVER, on=ON), "contract_number": "6600000000009999"}
    yield lambda key: roll_over(key=key, **renewed, months=12)


def _state() -> object:
    """How many rows stand in each table of lending, the loans and schedules themselves, and the books."""
    counts = {model.__name__: model._default_manager.count() for model in apps.get_app_config("lending").get_models()}
    rows = [list(model._default_manager.order_by("pk").values()) for model in (Loan, Instalment)]
    return counts, rows, Transfer.objects.count()
