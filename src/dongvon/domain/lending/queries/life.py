"""What happened to one loan, and its statement: each posting with the balance after it."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from typing import Any
from uuid import UUID

from django.db import connection

from dongvon.domain.lending.queries.loan import InstalmentRow, LoanFacts

PRINCIPAL = ("overdue_principal", "due_principal", "further_principal", "frozen_principal")
INTEREST = ("overdue_interest", "interest_arrears", "current_interest", "grace_interest")


class Happening(StrEnum):
    """What may happen in the life of a loan, as its history tells it."""

    SIGNED = "signed"
    TAKEN_OVER = "taken_over"
    DISBURSED = "disbursed"
    RECEIVED = "received"
    REVERSED = "reversed"
    PASSED = "passed"  # a due day of an instalment went by
    NOTIFIED = "notified"
    WENT_OVERDUE = "went_overdue"
    EXTENDED = "extended"
    RESCHEDULED = "rescheduled"
    ROLLED_OVER = "rolled_over"
    FOLLOWS = "follows"  # the loan goes on from one that was rolled over
    FROZEN = "frozen"
    THAWED = "thawed"
    SUSPENDED = "suspended"
    REDUCED = "reduced"
    WRITTEN_OFF = "written_off"
    RECOVERED = "recovered"
    CLOSED = "closed"


#: What brings principal in, and what takes it away whole.
LENDS = {Happening.DISBURSED, Happening.TAKEN_OVER, Happening.FOLLOWS}


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """One thing that happened, with effect from `on`; `told` holds what is particular to its kind, dates as text."""

    kind: Happening
    on: date
    booked_on: date
    posted_at: datetime | None
    person: UUID | None
    decision: str
    amount: int | None
    source: UUID | None
    told: dict[str, Any]

    @property
    def principal(self) -> int:
        """Principal of a receipt."""
        return sum(self.told.get(name, 0) for name in PRINCIPAL)

    @property
    def interest(self) -> int:
        """Interest of a receipt."""
        return sum(self.told.get(name, 0) for name in INTEREST)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One posting: principal lent and paid, interest paid, and the principal owed after it; đồng."""

    booked_on: date
    value_on: date
    kind: Happening
    source: UUID | None
    lent: int
    principal: int
    interest: int
    balance: int


def life_of(loan: UUID) -> tuple[LifeEvent, ...]:
    """Everything that happened to the loan, oldest first, in one query; what the contract says is not among it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM lending_life(%s)", [loan])
        return tuple(_event(*row) for row in cursor.fetchall())


def whole_life(loan: LoanFacts, acts: tuple[LifeEvent, ...], *, on: date) -> tuple[LifeEvent, ...]:
    """The acts with what the contract itself says: its signing, due days gone by before `on`, its end unless it was
    written off; oldest first."""
    told = [_stated(Happening.SIGNED, loan.signed_on, amount=loan.approved, months=loan.term_months)]
    told += [_passed(part) for part in loan.instalments if part.due_on < on and part.principal]
    if loan.closed_on is not None and not any(each.kind is Happening.WRITTEN_OFF for each in acts):
        told.append(_stated(Happening.CLOSED, loan.closed_on))
    return tuple(sorted([*told, *acts], key=lambda each: (each.on, each.kind is not Happening.SIGNED)))


def _passed(part: InstalmentRow) -> LifeEvent:
    return _stated(Happening.PASSED, part.due_on, amount=part.principal, number=part.number, paid=part.paid)


def _stated(kind: Happening, on: date, *, amount: int | None = None, **told: Any) -> LifeEvent:
    return LifeEvent(
        kind=kind,
        on=on,
        booked_on=on,
        posted_at=None,
        person=None,
        decision="",
        amount=amount,
        source=None,
        told=told,
    )


def statement_of(life: tuple[LifeEvent, ...]) -> tuple[StatementLine, ...]:
    """The postings among what happened, in the order in which they were booked."""
    receipts = {each.source: each for each in life if each.kind is Happening.RECEIVED}
    booked = sorted(life, key=lambda each: (each.booked_on, each.posted_at is not None, each.posted_at))
    moved = [(each, _moved(each, receipts)) for each in booked]
    posted = [(each, parts) for each, parts in moved if any(parts)]
    balances = accumulate(lent - principal for _, (lent, principal, _) in posted)
    return tuple(
        StatementLine(
            booked_on=each.booked_on,
            value_on=each.on,
            kind=each.kind,
            source=each.source,
            lent=lent,
            principal=principal,
            interest=interest,
            balance=balance,
        )
        for (each, (lent, principal, interest)), balance in zip(posted, balances, strict=True)
    )


def _moved(event: LifeEvent, receipts: dict[UUID | None, LifeEvent]) -> tuple[int, int, int]:
    """Lent, principal paid, interest paid; a reversal is the mirror image of its receipt."""
    if event.kind in LENDS:
        return event.amount or 0, 0, 0
    if event.kind is Happening.RECEIVED:
        return 0, event.principal, event.interest
    if event.kind is Happening.REVERSED:
        receipt = receipts[UUID(event.told["receipt"])]
        return 0, -receipt.principal, -receipt.interest
    if event.kind is Happening.ROLLED_OVER:
        return 0, event.amount or 0, 0
    if event.kind is Happening.WRITTEN_OFF:
        return 0, event.told["principal"], 0
    return 0, 0, event.amount or 0 if event.kind is Happening.RECOVERED else 0


def _event(
    kind: str,
    on: date,
    booked_on: date,
    posted_at: datetime | None,
    person: UUID | None,
    decision: str,
    amount: int | None,
    source: UUID | None,
    told: str,
) -> LifeEvent:
    return LifeEvent(
        kind=Happening(kind),
        on=on,
        booked_on=booked_on,
        posted_at=posted_at,
        person=person,
        decision=decision,
        amount=amount,
        source=source,
        told=json.loads(told),
    )
