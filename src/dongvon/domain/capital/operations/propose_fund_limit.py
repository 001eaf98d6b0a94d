"""Propose how much of a fund may be promised, for a time."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.models import FundLimit
from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NoTime(Refusal):
    """A limit ends after it begins."""

    text = "Ngày hết hiệu lực phải sau ngày bắt đầu."
    field = "until_on"


class NothingLimited(Refusal):
    """A limit is an amount."""

    text = "Hạn mức phải lớn hơn 0 đồng."
    field = "amount"


@operation(allowed={Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_fund_limit(*, key: UUID, by: Actor, at: datetime, limit: LimitDraft) -> UUID:
    """Lay a limit before the one who decides; gives it. Refuses NoTime, NothingLimited."""
    if limit.until_on is not None and limit.until_on <= limit.from_on:
        raise NoTime
    if limit.amount <= 0:
        raise NothingLimited
    return FundLimit.objects.create(
        fund=limit.fund,
        unit_id=limit.unit,
        valid=DateRange(limit.from_on, limit.until_on),
        amount=limit.amount,
        basis_id=limit.basis,
        proposed_by=by.person,
        proposed_at=at,
    ).pk
