"""Scheduled work of insight: sum up what the closing of days has left."""

from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.insight.operations.measure import measure
from dongvon.domain.insight.queries.snapshots import unmeasured_months
from dongvon.kernel import clock, ids


def measure_closed() -> int:
    """Every month whose last closed day is not summed up yet; gives how many.

    In one transaction: a page never sees a part of them.
    """
    months = unmeasured_months()
    if months:
        with transaction.atomic():
            measure(key=ids.new_id(), by=SYSTEM, at=clock.now(), months=tuple(months))
    return len(months)
