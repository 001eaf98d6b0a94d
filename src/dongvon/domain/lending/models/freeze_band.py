"""FreezeBand: how long a debt may be frozen, by cause and share of damage."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.dated_rule import DatedRule


class FreezeBand(DatedRule):
    """Damage from `from_percent` of the plan's capital up to the next band; `measure` extends or freezes."""

    cause_code = models.CharField(max_length=5)
    from_percent = models.DecimalField(max_digits=6, decimal_places=3)
    measure = models.CharField(max_length=10, choices=[("extend", "extend"), ("freeze", "freeze")])
    most_months = models.PositiveSmallIntegerField(null=True)

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["cause_code", "from_percent", "from_on"], name="lending_freeze_band_one_a_day"
            ),
            models.CheckConstraint(
                condition=Q(from_percent__gte=0, from_percent__lte=100), name="lending_freeze_band_is_a_share"
            ),
        )
