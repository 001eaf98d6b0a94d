"""Marks doubts as settled by whoever looked."""

from datetime import datetime

from django.db.models import QuerySet

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Doubt
from dongvon.domain.workplan.operations.acting import person_of


def settled(doubts: "QuerySet[Doubt]", *, by: Actor, at: datetime, how: str) -> int:
    """How many open doubts were settled."""
    return doubts.filter(settled_at=None).update(settled_by=person_of(by), settled_at=at, how=how)
