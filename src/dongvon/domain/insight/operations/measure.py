"""Measure months: sum up their snapshots anew."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.insight.models import Summary, Total
from dongvon.domain.units.vocabulary import Role

MEASURE, TOTAL = ((Path(__file__).parents[1] / "sql" / f"{name}.sql").read_text() for name in ("measure", "total"))


@operation(allowed={Role.SYSTEM})
def measure(*, key: UUID, by: Actor, at: datetime, months: tuple[date, ...]) -> int:
    """Make the summaries of `months`, each told by its first day, from the snapshots there are; gives their number."""
    assert all(month.day == 1 for month in months), "a month is told by its first day"
    for table in (Summary, Total):
        table.objects.filter(month__in=months).delete()
    with connection.cursor() as cursor:
        cursor.execute(MEASURE, {"months": list(months)})
        made = int(cursor.rowcount)
        cursor.execute(TOTAL, {"months": list(months)})
    return made
