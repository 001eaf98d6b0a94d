"""NoticePeriod: how many days ahead a borrower is told of an instalment."""

from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule


class NoticePeriod(ProposedRule):
    """At least so many days lie between the list of next month's instalments and the day they are due."""

    from_on = models.DateField()
    days = models.PositiveSmallIntegerField()

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["from_on"], condition=GRANTED, name="lending_notice_period_one_a_day"),
            two_people("lending_notice_period_maker_is_not_checker"),
        )
