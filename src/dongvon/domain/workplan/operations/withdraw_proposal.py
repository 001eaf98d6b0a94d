"""Withdraw a proposal before it is decided."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.operations.proposals import open_proposal
from dongvon.domain.workplan.operations.reporting import BRANCH


@operation(allowed=BRANCH)
def withdraw_proposal(*, key: UUID, by: Actor, at: datetime, proposal: UUID) -> UUID:
    """The id of the proposal. Refuses ProposalClosed."""
    found = open_proposal(proposal)
    found.withdrawn_by_id, found.withdrawn_at = by.person, at
    found.save(update_fields=["withdrawn_by", "withdrawn_at"])
    return found.pk
