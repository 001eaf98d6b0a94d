"""Recovery: money that came in for a debt already written off."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.vocabulary import Means


class Recovery(Act):
    """Goes to interest income."""

    amount = models.BigIntegerField()
    means = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Means])

    class Meta(Act.Meta):
        abstract = False
        constraints = (models.CheckConstraint(condition=Q(amount__gt=0), name="lending_recovery_is_positive"),)
