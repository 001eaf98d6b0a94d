"""State a term in days or months that law sets for lists."""

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


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def set_limit(
    *, key: UUID, by: Actor, at: datetime, on: date, limit: Limit, amount: int, basis: str, confidence: Confidence
) -> int:
    """From `on` the limit is `amount`; the one before ends there. Gives the row's number. Refuses LimitImpossible."""
    known = ListLimit.objects.filter(limit=limit)
    if amount < 1 or known.filter(valid__startswith__gte=on).exists():
        raise LimitImpossible
    for earlier in known.filter(valid__contains=on):
        earlier.valid = DateRange(earlier.valid.lower, on)
        earlier.save(update_fields=["valid"])
    made = ListLimit.objects.create(
        limit=limit, valid=DateRange(on, None), amount=amount, basis=basis, confidence=confidence
    )
    return int(made.pk)
