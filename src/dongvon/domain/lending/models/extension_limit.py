"""ExtensionLimit: how far the end of a loan may be put off in all."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.dated_rule import DatedRule
from dongvon.domain.programmes.models import Programme


class ExtensionLimit(DatedRule):
    """So many months, or a share of the term or of the repayment period, for loans up to `up_to_months`."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    up_to_months = models.PositiveSmallIntegerField(null=True)
    months = models.PositiveSmallIntegerField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
    base = models.CharField(max_length=10, choices=[("term", "term"), ("repayment", "repayment")], default="term")

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "up_to_months", "from_on"],
                nulls_distinct=False,
                name="lending_extension_limit_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True) ^ Q(percent__isnull=True),
                name="lending_extension_limit_says_one_thing",
            ),
        )
