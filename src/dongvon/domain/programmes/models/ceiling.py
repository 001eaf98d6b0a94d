"""Ceiling: the most that a term lets somebody owe."""

from django.db import models

from dongvon.domain.programmes.models.term import Term
from dongvon.domain.programmes.vocabulary import CeilingPer


class Ceiling(models.Model):
    """An amount in đồng or a percent, per household, month of study, type of works and so on."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="ceilings")
    per = models.CharField(max_length=20, choices=[(per.value, per.value) for per in CeilingPer])
    amount = models.BigIntegerField(null=True)
    percent = models.DecimalField(max_digits=6, decimal_places=3, null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount__gt=0, percent__isnull=True)
                | models.Q(amount__isnull=True, percent__gt=0, percent__lte=100),
                name="programmes_ceiling_is_amount_or_percent",
            ),
            models.UniqueConstraint(fields=["term", "per"], name="programmes_ceiling_one_per_basis"),
        )
