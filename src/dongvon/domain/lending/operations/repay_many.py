"""Receive the money of a whole session."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.receiving import TOGETHER, receive
from dongvon.domain.lending.vocabulary import Payment
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.TELLER, Role.ACCOUNTANT, Role.SYSTEM})
def repay_many(*, key: UUID, by: Actor, at: datetime, on: date, payments: tuple[Payment, ...]) -> int:
    """Meet `payments`, all or none; gives their sum in đồng. Refuses as `repay` does, at the first fault."""
    (row,) = receive(TOGETHER, payments, by=by, at=at, on=on)
    total: int = row["amount"]
    return total
