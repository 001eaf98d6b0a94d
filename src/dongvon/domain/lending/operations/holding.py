"""A loan held for one act: locked, its interest brought up to the day, its principal moved and booked."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import AccountSet, Loan, Movement
from dongvon.domain.lending.operations.calling import LoanClosed, NoSuchLoan, call, require_open
from dongvon.domain.lending.vocabulary import Cause

BOOK = """
SELECT ledger_book(%(on)s, %(person)s, %(at)s, %(ids)s::uuid[], %(debits)s, %(credits)s, %(amounts)s::bigint[],
                   %(codes)s, %(abouts)s::uuid[], %(units)s::uuid[], %(places)s)
"""


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
