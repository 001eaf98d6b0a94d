"""Propose a term in days or months that law sets for lists."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import ListLimit
from dongvon.domain.people.vocabulary import Limit
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.refusals import Refusal


class LimitImpossible(Refusal):
    """Less than one day or month, or a later limit is on record."""

    text = "Thời hạn phải từ 1 trở lên và bắt đầu sau thời hạn cùng loại đã ghi."
    field = "amount"


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_limit(
    *, key: UUID, by: Actor, at: datetime, on: date, limit: Limit, amount: int, basis: str, confidence: Confidence
) -> int:
    """Lay a limit that would hold from `on` before the approver; gives the row's number. Refuses LimitImpossible."""
    if amount < 1 or later_limit(limit, on=on):
        raise LimitImpossible
    made = ListLimit.objects.create(
        limit=limit,
        valid=DateRange(on, None),
        amount=amount,
        basis=basis,
        confidence=confidence,
        proposed_by=by.person,
        proposed_at=at,
    )
    return int(made.pk)


def later_limit(limit: str, *, on: date) -> bool:
    """Whether such a limit is in force that begins that day or later."""
    return ListLimit.objects.filter(limit=limit, approved_by__isnull=False, valid__startswith__gte=on).exists()
