"""CheckPeriod: within how many days what was lent must be checked, and how often balances are compared."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.vocabulary import LaterCheck


class CheckPeriod(ProposedRule):
    """`days` from the disbursement (use of the money), or since the balances were last compared.

    `yearly_percent` is the least share of loans looked at in a year, where law names one.
    """

    from_on = models.DateField()
    kind = models.CharField(max_length=10, choices=[(each.value, each.value) for each in LaterCheck])
    days = models.PositiveSmallIntegerField()
    yearly_percent = models.PositiveSmallIntegerField(null=True)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "from_on"], condition=GRANTED, name="lending_check_period_one_a_day"
            ),
            models.CheckConstraint(condition=Q(days__gt=0), name="lending_check_period_is_some"),
            two_people("lending_check_period_maker_is_not_checker"),
        )
