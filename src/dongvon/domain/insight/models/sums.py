"""Sums: what a part of the portfolio came to in a month."""

from django.db import models

from dongvon.domain.units.models import Unit


class Sums(models.Model):
    """Đồng. Debts stand as on `day`, the month's last closed day; `lent`, `repaid`, `interest` moved in all of it."""

    month = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    place = models.CharField(max_length=5)
    organisation = models.CharField(max_length=2)
    fund = models.CharField(max_length=1)
    day = models.DateField()
    loans = models.IntegerField()
    overdue_loans = models.IntegerField()
    in_term = models.BigIntegerField()
    overdue = models.BigIntegerField()
    frozen = models.BigIntegerField()
    owed = models.BigIntegerField()
    owed_grace = models.BigIntegerField()
    lent = models.BigIntegerField()
    repaid = models.BigIntegerField()
    interest = models.BigIntegerField()

    class Meta:
        abstract = True
