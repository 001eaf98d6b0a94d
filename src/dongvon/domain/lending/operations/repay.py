"""Receive money on one loan."""

from dataclasses import fields
from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.receiving import EACH, receive
from dongvon.domain.lending.vocabulary import Means, Met, Payment
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id

NAMES = [field.name for field in fields(Met) if field.name != "receipt"]


@operation(allowed={Role.TELLER, Role.ACCOUNTANT, Role.SYSTEM})
def repay(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    loan: UUID,
    amount: int,
    value_on: date | None = None,
    means: Means = Means.SESSION,
) -> Met:
    """Meet what the loan owes on `value_on` (by default `on`), in the order of the data.

    Refuses MoreThanOwed, LoanClosed, NoSuchLoan, ValueAhead, ValueTooOld, NotTheOpenDay, DayIsClosing,
    NoAllocationOrder.
    """
    payment = Payment(receipt=new_id(), loan=loan, amount=amount, value_on=value_on or on, means=means)
    (row,) = receive(EACH, [payment], by=by, at=at, on=on)
    return Met(receipt=row["id"], **{name: row[name] for name in NAMES})
