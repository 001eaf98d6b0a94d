"""AllocationOrder: what a payment meets first, by fund and by whether the loan has overdue principal."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.lending.models.dated_rule import DatedRule
from dongvon.domain.lending.vocabulary import Prepaid
from dongvon.domain.programmes.vocabulary import Fund


class AllocationOrder(DatedRule):
    """`kinds` are claims in the order in which they are met; `prepaid` says which instalments come first."""

    fund = models.CharField(max_length=1, choices=[(fund.value, fund.value) for fund in Fund])
    overdue = models.BooleanField()
    kinds = ArrayField(models.CharField(max_length=30))
    prepaid = models.CharField(max_length=5, choices=[(each.value, each.value) for each in Prepaid])

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["fund", "overdue", "from_on"], name="lending_allocation_order_one_a_day"),
        )
