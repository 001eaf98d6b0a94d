"""Holiday: a weekday on which offices rest, or a weekend day on which they work in exchange."""

from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule


class Holiday(ProposedRule):
    """By law or by the yearly decision; clocks in working days read these."""

    day = models.DateField()
    worked = models.BooleanField(default=False)
    title = models.CharField(max_length=120)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["day"], condition=GRANTED, name="lending_holiday_once"),
            two_people("lending_holiday_maker_is_not_checker"),
        )
