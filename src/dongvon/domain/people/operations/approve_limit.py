"""Approve a proposed term; the one before ends where it begins."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import ListLimit
from dongvon.domain.people.operations.giving_way import ProposerMayNotApprove, give_way
from dongvon.domain.people.operations.propose_limit import LimitImpossible, later_limit
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def approve_limit(*, key: UUID, by: Actor, at: datetime, proposal: int) -> int:
    """Put a limit in force. Refuses ProposerMayNotApprove, LimitImpossible."""
    row = ListLimit.objects.select_for_update().get(pk=proposal, approved_by=None)
    if row.proposed_by == by.person:
        raise ProposerMayNotApprove
    if later_limit(row.limit, on=row.valid.lower):
        raise LimitImpossible
    give_way(ListLimit.objects.filter(limit=row.limit), from_on=row.valid.lower)
    row.approved_by, row.approved_at = by.person, at
    row.save(update_fields=["approved_by", "approved_at"])
    return proposal
