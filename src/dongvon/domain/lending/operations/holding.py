"""A loan held for one act: locked, its interest brought up to the day, its principal moved and booked."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import AccountSet, Instalment, Loan, Movement
from dongvon.domain.lending.operations.calling import LoanClosed, NoSuchLoan, call, require_open
from dongvon.domain.lending.queries.instalment_rules import instalment_rule
from dongvon.domain.lending.rules.schedule import Part, respread
from dongvon.domain.lending.vocabulary import Cause, InterestStore
from dongvon.kernel.money import half_up
from dongvon.kernel.refusals import Refusal

BOOK = """
SELECT ledger_book(%(on)s, %(person)s, %(at)s, %(ids)s::uuid[], %(debits)s, %(credits)s, %(amounts)s::bigint[],
                   %(codes)s, %(abouts)s::uuid[], %(units)s::uuid[], %(places)s)
"""

#: Stores of interest count đồng × percent × days.
A_DONG = 36_500


class LoanRests(Refusal):
    """The debt is frozen or suspended."""

    text = "Khoản vay {number} đang khoanh hoặc tạm hoãn; đề nghị chờ hết thời gian đó."


def hold(loan: UUID, *, on: date, until: date | None = None) -> Loan:
    """Lock the loan and count its interest up to `until` (by default `on`). Refuses NoSuchLoan, LoanClosed."""
    require_open(on)
    held = Loan.objects.select_for_update().filter(id=loan).first()
    if held is None:
        raise NoSuchLoan
    if held.closed_on is not None:
        raise LoanClosed(number=held.contract_number, day=held.closed_on)
    call("SELECT lending_accrue(%(loan)s, %(until)s)", {"loan": loan, "until": until or on})
    held.refresh_from_db()
    return held


def require_running(loan: Loan, *, on: date) -> Loan:
    """Refuse LoanRests for a debt that is frozen or suspended."""
    if loan.frozen:
        raise LoanRests(number=loan.contract_number)
    return require_awake(loan, on=on)


def require_awake(loan: Loan, *, on: date) -> Loan:
    """Refuse LoanRests for a debt that is suspended."""
    if loan.rests_until is not None and loan.rests_until > on:
        raise LoanRests(number=loan.contract_number)
    return loan


def interest_owed(loan: Loan) -> dict[InterestStore, int]:
    """Whole đồng of each store that may be asked for on the day up to which the loan was counted."""
    return {store: _owed_in(loan, store) for store in InterestStore}


def _owed_in(loan: Loan, store: InterestStore) -> int:
    earned = half_up(Fraction(getattr(loan, f"earned_{store}")) / A_DONG)
    collected: int = getattr(loan, f"collected_{store}")
    return max(earned - collected, 0)


def divide_anew(loan: Loan, *, added: int, on: date) -> None:
    """Divide what is not yet due, and `added`, over the instalments that are left."""
    rows = list(Instalment.objects.filter(loan=loan).order_by("number"))
    parts = [Part(due_on=row.due_on, principal=row.principal, paid=row.paid, overdue=row.overdue) for row in rows]
    rule = instalment_rule(loan.series_id, term_months=loan.term_months, on=loan.signed_on)
    for row, principal in zip(rows, respread(parts, added=added, on=on, floor_to=rule.floor_to), strict=True):
        if row.principal != principal:
            Instalment.objects.filter(loan=loan, number=row.number).update(principal=principal)


def call_act(statement: str, loan: Loan, act: UUID, on: date, **days: date) -> None:
    """Let the database do what an act does to the loan, and read the loan anew."""
    call(statement, {"loan": loan.id, "act": act, "on": on, **days})
    loan.refresh_from_db()


def move(loan: Loan, *, value_on: date, on: date, cause: Cause, source: UUID, **states: int) -> None:
    """Write down that principal moved: `in_term`, `overdue`, `frozen`, `resting`, each with its sign."""
    Movement.objects.create(loan=loan, value_on=value_on, booked_on=on, cause=cause, source=source, **states)


def change(loan: Loan, **columns: Any) -> None:
    """Write columns of the held loan."""
    for name, value in columns.items():
        setattr(loan, name, value)
    loan.save(update_fields=list(columns))


def accounts_of(loan: Loan) -> AccountSet:
    """Where the loan is booked."""
    return AccountSet.objects.get(series=loan.series_id)


def book_about(loan: Loan, *, by: Actor, at: datetime, on: date, lines: list[tuple[UUID, str, str, int, str]]) -> None:
    """Book lines of (id, debit, credit, amount, code) about the loan; lines of nothing are left out."""
    lines = [line for line in lines if line[3]]
    if not lines:
        return
    ids, debits, credits_, amounts, codes = (list(column) for column in zip(*lines, strict=True))
    values = {"on": on, "person": by.person, "at": at, "ids": ids, "debits": debits, "credits": credits_}
    about = {"abouts": [loan.id] * len(ids), "units": [loan.unit_id] * len(ids), "places": [loan.place] * len(ids)}
    call(BOOK, {**values, "amounts": amounts, "codes": codes, **about})
