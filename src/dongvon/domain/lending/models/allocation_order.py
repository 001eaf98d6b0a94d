"""AllocationOrder: what a payment meets first, by fund and by whether the loan has overdue principal."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.vocabulary import Prepaid
from dongvon.domain.programmes.vocabulary import Fund


class AllocationOrder(ProposedRule):
    """`kinds` are claims in the order in which they are met; `prepaid` says which instalments come first."""

    from_on = models.DateField()
    fund = models.CharField(max_length=1, choices=[(fund.value, fund.value) for fund in Fund])
    overdue = models.BooleanField()
    kinds = ArrayField(models.CharField(max_length=30))
    prepaid = models.CharField(max_length=5, choices=[(each.value, each.value) for each in Prepaid])

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["fund", "overdue", "from_on"], condition=GRANTED, name="lending_allocation_order_one_a_day"
            ),
            two_people("lending_allocation_order_maker_is_not_checker"),
        )
