"""Set how much of a fund may be promised, for a time."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.models import FundLimit
from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class LimitOverlaps(Refusal):
    """Another limit of the same fund and office holds in that time."""

    text = "Nguồn vốn này đã có hạn mức trong khoảng thời gian đó. Hãy chọn ngày bắt đầu khác."
    field = "from_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def limit_fund(*, key: UUID, by: Actor, at: datetime, limit: LimitDraft) -> UUID:
    """Put a limit in force. Refuses LimitOverlaps."""
    row = FundLimit(
        fund=limit.fund,
        unit_id=limit.unit,
        valid=DateRange(limit.from_on, limit.until_on),
        amount=limit.amount,
        basis_id=limit.basis,
        set_by=by.person,
        set_at=at,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        if "capital_fund_limit_one_at_a_time" in str(fault):
            raise LimitOverlaps from None
        raise
    return row.id
