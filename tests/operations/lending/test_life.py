"""What is read of one loan: its life, its statement, its interest explained, a payment previewed."""

from datetime import date

import pytest

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Loan, Receipt
from dongvon.domain.lending.operations.calling import MoreThanOwed
from dongvon.domain.lending.operations.end_freeze import end_freeze
from dongvon.domain.lending.operations.freeze import freeze
from dongvon.domain.lending.operations.preview_repayment import preview_repayment
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.operations.suspend import suspend
from dongvon.domain.lending.operations.write_off import write_off
from dongvon.domain.lending.queries.explained import InterestExplained, interest_explained
from dongvon.domain.lending.queries.life import Happening, life_of, statement_of, whole_life
from dongvon.domain.lending.queries.loan import LoanFacts, loan_facts
from dongvon.domain.lending.vocabulary import Met, PetitionKind, RiskCause
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, BRANCH, DIRECTOR, Bank

JAN, FEB, MAR = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)


def _facts(loan: Loan) -> LoanFacts:
    found = loan_facts(loan.id)
    assert found is not None
    return found


def _explained(loan: Loan, until: date) -> InterestExplained:
    return interest_explained(_facts(loan), until=until)


def test_the_rate_of_a_loan_is_explained_by_its_decision(bank: Bank) -> None:
    facts = _facts(bank.lend(on=date(2020, 1, 10), amount=50_000_000))
    told = [(each.starts_on, str(each.percent.normalize()), each.basis) for each in facts.reasons]
    assert told == [
        (date(2020, 1, 10), "6.6", "750/QĐ-TTg"),
        (date(2021, 10, 1), "5.94", "1990/QĐ-TTg"),
        (date(2022, 1, 1), "6.6", "750/QĐ-TTg"),
        (date(2025, 12, 1), "6.24", "2553/QĐ-TTg"),
    ]
    assert facts.reason_on(date(2019, 1, 1)) is None


def test_interest_owed_is_what_a_payment_meets(bank: Bank) -> None:
    """C1 twice over: what the lines come to is what the teller may ask for."""
    loan = bank.lend(on=JAN, amount=50_000_000)
    assert _explained(loan, FEB).owed == 264_986
    bank.pay(loan, 264_986, on=FEB)
    after = _explained(loan, FEB).stores
    assert [(each.earned, each.collected, each.owed) for each in after][:1] == [(264_986, 264_986, 0)]
    due = _explained(loan, MAR).owed
    assert bank.pay(loan, due, on=MAR).principal == 0
    assert _explained(loan, MAR).owed == 0


def test_interest_is_explained_as_the_database_counts_it(bank: Bank) -> None:
    loan = bank.lend(on=date(2026, 3, 10), amount=50_000_000)
    bank.pay(loan, 5_000_000, on=date(2026, 5, 10), value_on=date(2026, 4, 20))
    close_days(until=date(2027, 3, 10))
    loan.refresh_from_db()
    assert loan.overdue > 0
    made = {each.store.value: each.earned for each in _explained(loan, loan.interest_from).stores}
    kept = {name: int((getattr(loan, f"earned_{name}") + 18_250) // 36_500) for name in made}
    assert made == kept


def test_days_of_service_are_no_part_of_the_interest(bank: Bank) -> None:
    """31 days before it and 31 after it, 264,986.30 each; nothing of 10/02 to 10/03/2028 in between."""
    loan = bank.lend(on=JAN, amount=50_000_000)
    back = date(2028, 3, 10)
    petition = bank.ask(loan, PetitionKind.SUSPEND, on=FEB)
    decided = {"by": DIRECTOR, "at": AT, "decision": "5/QĐ"}
    suspend(key=new_id(), **decided, on=FEB, petition=petition, from_on=FEB, until_on=back, months=0)
    explained = _explained(loan, date(2028, 4, 10))
    assert [(each.from_on, each.until_on) for each in explained.lines] == [(JAN, FEB), (back, date(2028, 4, 10))]
    assert explained.owed == 529_973


def test_interest_that_was_written_off_is_asked_for_no_longer(bank: Bank) -> None:
    """90 days of 50 million at 6.24 %: 769,315.07; the borrower died and nobody can pay (cause 109)."""
    loan = bank.lend(on=JAN, amount=50_000_000)
    on = date(2026, 4, 10)
    decided = {"by": BRANCH, "at": AT, "on": on, "decision": "9/QĐ"}
    cause = RiskCause(code="109", damage_percent=None, reason="Chết")
    freeze(
        key=new_id(), **decided, petition=bank.ask(loan, PetitionKind.FREEZE, on=on), cause=cause, from_on=on, months=1
    )
    end_freeze(key=new_id(), **decided, petition=bank.ask(loan, PetitionKind.END_FREEZE, on=on))
    write_off(key=new_id(), **decided, petition=bank.ask(loan, PetitionKind.WRITE_OFF, on=on), cause_code="109")
    (in_term,) = [each for each in _explained(loan, date(2026, 12, 1)).stores if each.earned]
    assert (in_term.earned, in_term.owed, in_term.written_off) == (769_315, 0, 769_315)


def test_the_statement_ends_on_what_is_owed(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    bank.pay(loan, 10_264_986, on=FEB)
    wrong = bank.pay(loan, 3_000_000, on=MAR)
    reverse_receipt(key=new_id(), by=SYSTEM, at=AT, on=MAR, receipt=wrong.receipt, reason="Ghi nhầm người")
    lines = statement_of(life_of(loan.id))
    told = [(line.kind, line.lent, line.principal, line.balance) for line in lines]
    assert told[0] == (Happening.DISBURSED, 50_000_000, 0, 50_000_000)
    assert told[1] == (Happening.RECEIVED, 0, 10_000_000, 40_000_000)
    assert told[3] == (Happening.REVERSED, 0, -lines[2].principal, 40_000_000)


def test_a_life_is_told_from_signing_on(bank: Bank) -> None:
    loan = bank.lend(on=MAR, amount=50_000_000)
    for until in (date(2027, 1, 1), date(2027, 2, 10)):
        close_days(until=until)
    facts = _facts(loan)
    told = [each.kind for each in whole_life(facts, life_of(loan.id), on=date(2027, 2, 11))]
    assert told == [
        Happening.SIGNED,
        Happening.DISBURSED,
        Happening.NOTIFIED,
        Happening.PASSED,
        Happening.NOTIFIED,
        Happening.WENT_OVERDUE,
    ]


def test_a_preview_says_what_the_booking_will_and_leaves_nothing(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    seen = _preview(loan, 17_000_000)
    assert not Receipt.objects.exists()
    booked = bank.pay(loan, 17_000_000, on=FEB)
    assert (seen.interest, seen.principal) == (booked.interest, booked.principal) == (264_986, 16_735_014)


def test_a_preview_refuses_as_the_booking_does(bank: Bank) -> None:
    loan = bank.lend(on=JAN, amount=50_000_000)
    with pytest.raises(MoreThanOwed):
        _preview(loan, 60_000_000)
    assert _preview(loan, 1_000).amount == 1_000


def _preview(loan: Loan, amount: int) -> Met:
    return preview_repayment(by=SYSTEM, at=AT, on=FEB, loan=loan.id, amount=amount, value_on=FEB)
