"""Extension, rescheduling, rollover and suspension, within the limits; days counted by hand."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import transaction

from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Instalment, Loan, Petition, Rollover
from dongvon.domain.lending.operations.calling import ValueTooOld
from dongvon.domain.lending.operations.decline_petition import decline_petition
from dongvon.domain.lending.operations.extend import FinalDayPast, MonthsMissing, extend
from dongvon.domain.lending.operations.holding import LoanRests
from dongvon.domain.lending.operations.reschedule import InstalmentPast, NoSuchInstalment, NotLater, reschedule
from dongvon.domain.lending.operations.roll_over import roll_over
from dongvon.domain.lending.operations.suspend import suspend
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.lending.rules.asking import AskedTooLate
from dongvon.domain.lending.rules.extension import BeyondLimit
from dongvon.domain.lending.rules.overdue import BeyondNextDue
from dongvon.domain.lending.rules.rollover import InterestFirst, NotACropLoan, PastRollover, TooManyMonths
from dongvon.domain.lending.rules.suspension import LongerThanServed, NotAStudentLoan, ServiceEndsFirst
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, DIRECTOR, Bank

START = date(2026, 3, 10)
BY = {"by": DIRECTOR, "at": AT, "decision": "12/QĐ-PGD"}


def _days(loan: Loan) -> list[date]:
    return list(Instalment.objects.filter(loan=loan).order_by("number").values_list("due_on", flat=True))


@pytest.fixture
def loan(bank: Bank) -> Loan:
    """36 months, dues of the contract on 10/03, sessions on the 10th: looked for on 10/02."""
    return bank.lend(on=START, amount=50_000_000)


def _extend(bank: Bank, loan: Loan, months: int, *, on: date = START, asked_on: date | None = None) -> UUID:
    petition = bank.ask(loan, PetitionKind.EXTEND, on=asked_on or on)
    with transaction.atomic():
        return extend(key=new_id(), on=on, petition=petition, months=months, **BY)


def test_a_loan_of_36_months_gains_18_at_most(bank: Bank, loan: Loan) -> None:
    """Section 5.4: half the term of a medium loan; several extensions share one limit."""
    _extend(bank, loan, 12)
    loan.refresh_from_db()
    assert (loan.extended_on, loan.final_on) == (date(2030, 3, 10), date(2030, 2, 10))
    assert _days(loan) == [date(2027, 2, 10), date(2028, 2, 10), date(2030, 2, 10)]
    petition = bank.ask(loan, PetitionKind.EXTEND, on=START)
    for months, fault in ((7, BeyondLimit), (0, MonthsMissing)):
        with pytest.raises(fault), transaction.atomic():
            extend(key=new_id(), on=START, petition=petition, months=months, **BY)
    extend(key=new_id(), on=START, petition=petition, months=6, **BY)
    loan.refresh_from_db()
    assert loan.extended_on == date(2030, 9, 10)


@pytest.mark.parametrize(
    ("code", "variant", "term", "grace_until", "final", "most"),
    [
        ("01", "", 12, None, date(2027, 3, 10), 12),  # short term: 12 months
        ("06", "", 48, None, date(2030, 3, 10), 24),  # D5: water, 48 months
        ("02", "", 70, date(2030, 2, 28), date(2032, 8, 4), 14),  # D1: half of 29 months of repayment
        ("02", "stem", 70, date(2030, 2, 28), date(2032, 8, 4), 14),
    ],
)
def test_limits_differ_by_programme(
    bank: Bank, code: str, variant: str, term: int, grace_until: date | None, final: date, most: int
) -> None:
    loan = bank.lend(
        code, variant=variant, on=START, amount=10_000_000, term_months=term, grace_until=grace_until, dues=(final,)
    )
    with pytest.raises(BeyondLimit) as refusal:
        _extend(bank, loan, most + 1)
    assert refusal.value.values["left"] == most


def test_an_extended_loan_goes_overdue_on_its_new_day_and_not_afterwards_extended(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=12_000_000, term_months=12, dues=(date(2026, 6, 12),))  # session 10/06
    close_days(until=date(2026, 6, 8))
    _extend(bank, loan, 1, on=date(2026, 6, 9), asked_on=date(2026, 6, 3))  # to 12/07, session 10/07
    close_days(until=date(2026, 7, 9))
    loan.refresh_from_db()
    assert (loan.in_term, loan.overdue) == (12_000_000, 0)
    close_days(until=date(2026, 7, 10))
    loan.refresh_from_db()
    assert (loan.in_term, loan.overdue) == (0, 12_000_000)
    with pytest.raises(FinalDayPast):
        _extend(bank, loan, 1, on=date(2026, 7, 11))
    assert verify() == []


def test_an_instalment_is_put_off_to_the_next_at_most_and_the_end_stays(bank: Bank, loan: Loan) -> None:
    """Section 5.3: the new date is no later than the next instalment; final maturity unchanged."""
    ask = partial(bank.ask, loan, PetitionKind.RESCHEDULE, on=START)
    petition = ask()
    put_off = partial(reschedule, on=START, petition=petition, **BY)
    for number, day, fault in (
        (1, date(2028, 2, 11), BeyondNextDue),
        (1, date(2027, 2, 10), NotLater),
        (3, date(2029, 2, 11), BeyondNextDue),
        (4, date(2029, 2, 10), NoSuchInstalment),
    ):
        with pytest.raises(fault), transaction.atomic():
            put_off(key=new_id(), number=number, due_on=day)
    put_off(key=new_id(), number=1, due_on=date(2028, 2, 10))
    assert _days(loan) == [date(2028, 2, 10), date(2028, 2, 10), date(2029, 2, 10)]
    loan.refresh_from_db()
    assert loan.final_on == date(2029, 2, 10)


def test_a_rescheduled_instalment_goes_overdue_on_its_new_day(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=20_000_000, dues=(date(2026, 6, 12), date(2027, 6, 12)))
    close_days(until=date(2026, 6, 9))
    petition = bank.ask(loan, PetitionKind.RESCHEDULE, on=date(2026, 6, 10))
    reschedule(key=new_id(), on=date(2026, 6, 10), petition=petition, number=1, due_on=date(2026, 7, 10), **BY)
    close_days(until=date(2026, 7, 9))
    loan.refresh_from_db()
    assert loan.overdue == 0
    again = bank.ask(loan, PetitionKind.RESCHEDULE, on=date(2026, 7, 10))
    close_days(until=date(2026, 7, 10))
    loan.refresh_from_db()
    assert loan.overdue == 10_000_000
    with pytest.raises(NoSuchInstalment):
        reschedule(key=new_id(), on=date(2026, 7, 11), petition=again, number=1, due_on=date(2026, 8, 10), **BY)
    assert verify() == []


def test_an_extension_is_asked_for_five_working_days_ahead(bank: Bank) -> None:
    """Section 2.1, step 14: the final session is Wednesday 10/06/2026; five working days before it is 03/06."""
    loan = bank.lend(on=START, amount=12_000_000, term_months=12, dues=(date(2026, 6, 12),))
    with pytest.raises(AskedTooLate) as refusal:
        _extend(bank, loan, 1, asked_on=date(2026, 6, 4))
    assert refusal.value.values["latest"] == date(2026, 6, 3)
    decline_petition(key=new_id(), at=AT, by=BY["by"], petition=Petition.objects.get().id, reason="Trễ hạn")
    _extend(bank, loan, 1, asked_on=date(2026, 6, 3))


def test_an_instalment_paid_at_the_office_is_asked_about_three_working_days_ahead(bank: Bank) -> None:
    """Section 2.1, step 13: due on Friday 12/06/2026, so Tuesday 09/06; with a session its own day would do."""
    loan = bank.lend(on=START, amount=20_000_000, session_day=None, dues=(date(2026, 6, 12), date(2027, 6, 12)))
    late = bank.ask(loan, PetitionKind.RESCHEDULE, on=date(2026, 6, 10))
    put_off = partial(reschedule, on=START, number=1, due_on=date(2026, 7, 10), **BY)
    with pytest.raises(AskedTooLate) as refusal, transaction.atomic():
        put_off(key=new_id(), petition=late)
    assert refusal.value.values["latest"] == date(2026, 6, 9)
    decline_petition(key=new_id(), at=AT, by=BY["by"], petition=late, reason="Trễ hạn")
    put_off(key=new_id(), petition=bank.ask(loan, PetitionKind.RESCHEDULE, on=date(2026, 6, 9)))


def test_what_was_carried_on_is_no_longer_put_off(bank: Bank) -> None:
    loan = bank.lend(on=date(2026, 2, 10), amount=20_000_000, dues=(date(2026, 3, 12), date(2027, 3, 12)))
    petition = bank.ask(loan, PetitionKind.RESCHEDULE, on=date(2026, 3, 11))
    with pytest.raises(InstalmentPast):
        reschedule(key=new_id(), on=date(2026, 3, 11), petition=petition, number=1, due_on=date(2026, 4, 10), **BY)


def test_a_crop_loan_goes_on_at_the_rate_of_the_day(bank: Bank) -> None:
    """Section 5.5: signed at 6.6 %, rolled over on 10/02/2026 at 6.24 %; interest paid up first."""
    loan = bank.lend(on=date(2025, 3, 10), amount=30_000_000, term_months=12, dues=(date(2026, 3, 10),))
    on = date(2026, 2, 10)
    petition = bank.ask(loan, PetitionKind.ROLL_OVER, on=on)
    renew = partial(roll_over, on=on, petition=petition, contract_number="6600000000009999", **BY)
    # 30,000,000 × (266 days at 6.6 % + 71 at 6.24 %) / 365 = 1,442,958.90 + 364,142.47 = 1,807,101.37
    with pytest.raises(InterestFirst) as refusal, transaction.atomic():
        renew(key=new_id(), months=12)
    assert refusal.value.values == {"owed": 1_807_101}
    bank.pay(loan, 1_807_101, on=on)
    with pytest.raises(TooManyMonths), transaction.atomic():
        renew(key=new_id(), months=13)
    follower = Loan.objects.get(id=renew(key=new_id(), months=12))
    loan.refresh_from_db()
    assert (loan.in_term, loan.closed_on) == (0, on)
    assert (follower.in_term, follower.lent, follower.signed_on, follower.final_on) == (
        30_000_000,
        30_000_000,
        on,
        date(2027, 1, 10),
    )
    assert Rollover.objects.get().follower_id == follower.id
    # 28 days at 6.24 %: 143,605.48
    assert bank.pay(follower, 143_605, on=on + timedelta(days=28)).current_interest == 143_605
    assert verify() == []


def test_no_rollover_of_long_loans_of_the_newly_escaped_or_of_overdue_debts(bank: Bank) -> None:
    long = bank.lend(on=START, amount=30_000_000, term_months=36)
    escaped = bank.lend("09", on=START, amount=30_000_000, term_months=12, dues=(date(2027, 3, 10),))
    late = bank.lend(on=START, amount=30_000_000, term_months=12, dues=(date(2026, 3, 12),))
    for loan, on, fault in (
        (long, START, NotACropLoan),
        (escaped, START, NotACropLoan),
        (late, date(2026, 3, 11), PastRollover),
    ):
        if fault is PastRollover:
            bank.pay(loan, 5_129, on=on)  # a day at 6.24 %: 5,128.77
        petition = bank.ask(loan, PetitionKind.ROLL_OVER, on=on)
        with pytest.raises(fault), transaction.atomic():
            roll_over(key=new_id(), on=on, petition=petition, contract_number="66", months=12, **BY)


def test_nothing_is_earned_or_due_while_the_borrower_serves(bank: Bank) -> None:
    """Enlisted 01/09/2026 for two years, told on 20/09; 175 days before and 30 after at 6.24 %."""
    contract = {"term_months": 70, "grace_until": date(2027, 1, 10), "dues": (date(2028, 1, 12), date(2029, 1, 12))}
    loan = bank.lend("02", on=START, amount=50_000_000, **contract)
    on = date(2026, 9, 20)
    bank.pay(loan, 4_000_000, on=date(2026, 9, 10))  # nothing is asked in grace: all of it principal
    petition = bank.ask(loan, PetitionKind.SUSPEND, on=on)
    served = partial(suspend, on=on, petition=petition, **BY)
    window = {"from_on": date(2026, 9, 1), "until_on": date(2028, 9, 1)}
    for days, fault in (
        ({**window, "months": 25}, LongerThanServed),
        ({"from_on": date(2026, 9, 1), "until_on": date(2026, 9, 1), "months": 0}, ServiceEndsFirst),
        ({**window, "from_on": date(2026, 3, 9), "months": 0}, ValueTooOld),
    ):
        with pytest.raises(fault), transaction.atomic():
            served(key=new_id(), **days)
    served(key=new_id(), **window, months=24)
    loan.refresh_from_db()
    assert (loan.term_months, loan.contractual_on, loan.final_on) == (94, date(2031, 1, 12), date(2031, 1, 10))
    assert _days(loan) == [date(2030, 1, 10), date(2031, 1, 10)]
    assert round(loan.earned_grace / 36_500) == 1_495_890
    # grace is over by then: 46,000,000 × 30 × 6.24 % / 365 = 235,923.29, in term
    met = bank.pay(loan, 235_923, on=date(2028, 10, 1))
    assert (met.current_interest + met.interest_arrears, met.principal) == (235_923, 0)
    assert verify() == []


def test_a_payment_during_service_counts_after_it(bank: Bank, loan: Loan) -> None:
    on = date(2026, 9, 1)
    bank.pay(loan, 1_495_890, on=on)  # 175 days: 1,495,890.41
    petition = bank.ask(loan, PetitionKind.SUSPEND, on=on)
    suspend(key=new_id(), on=on, petition=petition, from_on=on, until_on=date(2028, 9, 1), months=0, **BY)
    assert _days(loan) == [date(2028, 9, 10), date(2028, 9, 10), date(2029, 2, 10)]
    met = bank.pay(loan, 10_000_000, on=date(2027, 5, 5))
    assert (met.principal, met.interest) == (10_000_000, 0)
    with pytest.raises(LoanRests):
        _extend(bank, loan, 1, on=date(2027, 5, 5))
    # 40,000,000 × 9 days × 6.24 % / 365 = 61,545.21, and 0.41 from before
    assert bank.pay(loan, 61_546, on=date(2028, 9, 10)).interest == 61_546
    assert verify() == []


def test_only_students_gain_the_time_they_served(bank: Bank, loan: Loan) -> None:
    petition = bank.ask(loan, PetitionKind.SUSPEND, on=START)
    with pytest.raises(NotAStudentLoan):
        suspend(key=new_id(), on=START, petition=petition, from_on=START, until_on=date(2028, 3, 10), months=24, **BY)
