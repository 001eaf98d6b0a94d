"""Undertaking: the contract, estimate or project that a direct loan pays for."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.application import Application

KINDS = ("home_purchase", "home_build", "establishment", "overseas", "works")


class Undertaking(models.Model):
    """Đồng: `value` is the price, estimate or cost, `paid` what was paid of it, `collateral` the security's worth.

    `meant_workers` are those of all `workers` whom the programme is meant for.
    """

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, primary_key=True, related_name="undertaking"
    )
    kind = models.CharField(max_length=15, choices=[(each, each) for each in KINDS])
    partner = models.CharField(max_length=200)
    reference = models.CharField(max_length=120, blank=True)
    project = models.CharField(max_length=200, blank=True)
    value = models.BigIntegerField()
    paid = models.BigIntegerField(default=0)
    collateral = models.BigIntegerField(null=True)
    workers = models.PositiveIntegerField(default=1)
    meant_workers = models.PositiveIntegerField(default=0)
    works = models.PositiveSmallIntegerField(default=1)
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(value__gt=0, paid__gte=0, paid__lte=F("value")),
                name="lending_undertaking_paid_within_value",
            ),
            models.CheckConstraint(
                condition=Q(workers__gte=1, meant_workers__lte=F("workers"), works__gte=1, works__lte=2),
                name="lending_undertaking_counts_are_possible",
            ),
            models.CheckConstraint(
                condition=Q(collateral__isnull=True) | Q(collateral__gt=0),
                name="lending_undertaking_collateral_has_worth",
            ),
        )
