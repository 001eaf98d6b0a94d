"""Snapshot: the portfolio at the close of a day, by commune, organisation, group and rate series."""

from django.db import models

from dongvon.domain.programmes.models import RateSeries
from dongvon.domain.units.models import Unit

#: Stands for "no group" in the key: loans lent directly.
NO_GROUP = "00000000-0000-0000-0000-000000000000"


class Snapshot(models.Model):
    """Đồng. The series tells programme, fund and class of borrower; debts by state are columns.

    `owed_*` is interest earned up to the end of the day and not collected, rounded loan by loan;
    `lent`, `repaid`, `interest` moved on the day.
    """

    pk = models.CompositePrimaryKey("day", "unit", "place", "organisation", "series", "group_id")
    day = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    place = models.CharField(max_length=5)
    organisation = models.CharField(max_length=2)
    series = models.ForeignKey(
        RateSeries, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    group_id = models.UUIDField()
    loans = models.IntegerField()
    overdue_loans = models.IntegerField()
    in_term = models.BigIntegerField()
    overdue = models.BigIntegerField()
    frozen = models.BigIntegerField()
    owed_in_term = models.BigIntegerField()
    owed_overdue = models.BigIntegerField()
    owed_grace = models.BigIntegerField()
    lent = models.BigIntegerField(default=0)
    repaid = models.BigIntegerField(default=0)
    interest = models.BigIntegerField(default=0)
