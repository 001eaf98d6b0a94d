"""Put a proposed limit of a fund in force."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.models import FundLimit
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

DECIDING = frozenset({Role.BRANCH_DIRECTOR, Role.SYSTEM})


class LimitOverlaps(Refusal):
    """Another limit of the same fund and office holds in that time."""

    text = "Nguồn vốn này đã có hạn mức trong khoảng thời gian đó. Hãy đề nghị lại với ngày bắt đầu khác."


class NoSuchProposal(Refusal):
    """Nothing of that kind waits for a decision."""

    text = "Đề nghị hạn mức này không còn chờ quyết định. Hãy tải lại trang."


class OwnProposal(Refusal):
    """Nobody decides what they proposed."""

    text = "Người đề nghị hạn mức không được tự quyết định; hãy để người khác quyết định."


@operation(allowed=DECIDING)
def limit_fund(*, key: UUID, by: Actor, at: datetime, limit: UUID) -> UUID:
    """The limit holds from its day on. Refuses NoSuchProposal, OwnProposal, LimitOverlaps."""
    row = held_proposal(limit, by=by)
    try:
        with transaction.atomic():
            decide(row, by=by, at=at, granted=True)
    except IntegrityError as fault:
        if "capital_fund_limit_one_at_a_time" in str(fault):
            raise LimitOverlaps from None
        raise
    return row.id


def held_proposal(limit: UUID, *, by: Actor) -> FundLimit:
    """A proposal nobody has decided, locked. Refuses NoSuchProposal, OwnProposal."""
    row = FundLimit.objects.select_for_update().filter(id=limit, decided_by=None).first()
    if row is None:
        raise NoSuchProposal
    if row.proposed_by == by.person:
        raise OwnProposal
    return row


def decide(row: FundLimit, *, by: Actor, at: datetime, granted: bool) -> None:
    """Answer a proposal."""
    row.decided_by, row.decided_at, row.granted = by.person, at, granted
    row.save(update_fields=["decided_by", "decided_at", "granted"])
