"""Decide on rules of grading and payment that were proposed."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.operations.settling import Decision, hold, settle
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.operations.propose_assessment import MODELS
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def decide_assessment(*, key: UUID, by: Actor, at: datetime, rules: tuple[UUID, ...], decision: Decision) -> int:
    """Put rules in force from their day on, all or none, or turn them down; gives how many.

    Refuses NotWaiting, OwnProposal, NoReason, StatedTwice.
    """
    found = hold(MODELS.values(), rules, by=by)
    settle(found, by=by, at=at, decision=decision)
    return len(found)
