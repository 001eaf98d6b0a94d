"""Rollover: a short-term crop loan goes on for another crop at the rate of the day."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.models.loan import Loan


class Rollover(Act):
    """The principal moves to a new loan; `loan` is the one that ends."""

    follower = models.OneToOneField(Loan, on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_rollover_is_positive"),
            models.CheckConstraint(condition=~Q(loan=F("follower")), name="lending_rollover_makes_another_loan"),
        )
