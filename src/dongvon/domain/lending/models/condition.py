"""Condition: one demand of a programme on whoever borrows, from a day on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.vocabulary import Check
from dongvon.domain.programmes.models import Programme


class Condition(ProposedRule):
    """A later row with the same code stands in its place; one that is not `demanded` ends it. Without a programme it is
    of all of them, or of all of one channel, except where a programme has its own row of that code.

    Conditions of an exclusion, a ceiling or a longest term are those of the catalogue and are not repeated here.
    """

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=30)
    demanded = models.BooleanField(default=True)
    check_kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Check])
    title = models.CharField(max_length=300)
    remedy = models.CharField(max_length=300, blank=True)
    article = models.CharField(max_length=120, blank=True)
    values = ArrayField(models.CharField(max_length=40), default=list)
    number = models.DecimalField(max_digits=15, decimal_places=3, null=True)
    alternative = models.CharField(max_length=30, blank=True)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "code", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_condition_one_a_day",
            ),
            two_people("lending_condition_maker_is_not_checker"),
        )
