"""Reduction: interest a decision takes away from one loan."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.vocabulary import InterestStore


class Reduction(Act):
    """Rates lowered for an area or a programme are rate periods of the catalogue, not reductions."""

    store = models.CharField(max_length=10, choices=[(each.value, each.value) for each in InterestStore])
    amount = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_reduction_is_positive"),
            models.CheckConstraint(condition=~Q(decision=""), name="lending_reduction_has_a_decision"),
        )
