"""What a payment would meet: the booking itself, undone before anybody sees it."""

from dataclasses import fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.receiving import EACH, receive
from dongvon.domain.lending.vocabulary import Met, Payment
from dongvon.kernel.ids import new_id

NAMES = [field.name for field in fields(Met) if field.name != "receipt"]


def preview_repayment(*, by: Actor, at: datetime, on: date, loan: UUID, amount: int, value_on: date) -> Met:
    """What `repay` would answer now; nothing is recorded. Refuses as `repay` does."""
    payment = Payment(receipt=new_id(), loan=loan, amount=amount, value_on=value_on)
    with transaction.atomic():
        (row,) = receive(EACH, [payment], by=by, at=at, on=on)
        transaction.set_rollback(True)
    return Met(receipt=row["id"], **{name: row[name] for name in NAMES})
