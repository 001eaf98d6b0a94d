"""Freeze: a debt struck by an objective cause rests, without interest, until a day."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.act import Act


class Freeze(Act):
    """From `from_on` to the day before `until_on`; keeps how much stood in term and overdue."""

    from_on = models.DateField()
    until_on = models.DateField()
    months = models.PositiveSmallIntegerField()
    cause_code = models.CharField(max_length=5)
    reason = models.CharField(max_length=300)
    damage_percent = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    in_term = models.BigIntegerField()
    overdue = models.BigIntegerField()
    further_to = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="lending_freeze_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(decision=""), name="lending_freeze_has_a_decision"),
            models.CheckConstraint(
                condition=Q(damage_percent__isnull=True) | Q(damage_percent__gte=0, damage_percent__lte=100),
                name="lending_freeze_damage_is_a_share",
            ),
        )
        indexes = (models.Index(fields=["until_on"], name="lending_freeze_until"),)
