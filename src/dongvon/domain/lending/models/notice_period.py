"""NoticePeriod: how many days ahead a borrower is told of an instalment."""

from django.db import models

from dongvon.domain.lending.models.dated_rule import DatedRule


class NoticePeriod(DatedRule):
    """At least so many days lie between the list of next month's instalments and the day they are due."""

    days = models.PositiveSmallIntegerField()

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (models.UniqueConstraint(fields=["from_on"], name="lending_notice_period_one_a_day"),)
