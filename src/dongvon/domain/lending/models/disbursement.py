"""Disbursement: money handed to the borrower."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.vocabulary import Means


class Disbursement(Act):
    """It earns from `booked_on`, which is counted."""

    amount = models.BigIntegerField()
    means = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Means])

    class Meta(Act.Meta):
        abstract = False
        constraints = (models.CheckConstraint(condition=Q(amount__gt=0), name="lending_disbursement_is_positive"),)
        indexes = (models.Index(fields=["booked_on"], name="lending_disbursement_day"),)
