"""Time passing: what was not met is late, what is over locks."""

from datetime import timedelta

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.years import Years
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.workplan.operations.lock import lock
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.queries.plans import RoundRow


def pass_due(round_: RoundRow, *, years: Years) -> None:
    """The night after the last day: who has not reported is late."""
    night = round_.grace_until + timedelta(minutes=5)
    if years.has_come(night):
        with transaction.atomic():
            mark_late(key=key_of(f"mark late {round_.id}"), by=SYSTEM, at=night)


def pass_lock(round_: RoundRow, *, years: Years) -> None:
    """The night on which the round closes for good."""
    if years.has_come(round_.locks_at):
        with transaction.atomic():
            lock(key=key_of(f"lock {round_.id}"), by=SYSTEM, at=round_.locks_at)
