"""FreezeBand: how long a debt may be frozen, by cause and share of damage."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule


class FreezeBand(ProposedRule):
    """Damage from `from_percent` of the plan's capital up to the next band; `measure` extends or freezes."""

    from_on = models.DateField()
    cause_code = models.CharField(max_length=5)
    from_percent = models.DecimalField(max_digits=6, decimal_places=3)
    measure = models.CharField(max_length=10, choices=[("extend", "extend"), ("freeze", "freeze")])
    most_months = models.PositiveSmallIntegerField(null=True)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["cause_code", "from_percent", "from_on"],
                condition=GRANTED,
                name="lending_freeze_band_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(from_percent__gte=0, from_percent__lte=100), name="lending_freeze_band_is_a_share"
            ),
            two_people("lending_freeze_band_maker_is_not_checker"),
        )
