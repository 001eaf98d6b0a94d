"""Scheduled work of insight: sum up what the closing of days has left."""

from datetime import date, timedelta

from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.insight.operations.measure import measure
from dongvon.domain.insight.queries.snapshots import months_with_snapshots
from dongvon.kernel import clock, ids


def measure_lately() -> None:
    """This month and the one before; repeating it changes nothing."""
    first = clock.today().replace(day=1)
    measure_months([(first - timedelta(days=1)).replace(day=1), first])


def measure_everything() -> int:
    """Every month that has snapshots; gives how many months."""
    months = months_with_snapshots()
    measure_months(months)
    return len(months)


def measure_months(months: list[date]) -> None:
    """In one transaction: a page never sees a part of them."""
    with transaction.atomic():
        measure(key=ids.new_id(), by=SYSTEM, at=clock.now(), months=tuple(months))
