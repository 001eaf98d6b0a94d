"""ExtensionLimit: how far the end of a loan may be put off in all."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.programmes.models import Programme


class ExtensionLimit(ProposedRule):
    """So many months, or a share of the term or of the repayment period, for loans up to `up_to_months`."""

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    up_to_months = models.PositiveSmallIntegerField(null=True)
    months = models.PositiveSmallIntegerField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
    base = models.CharField(max_length=10, choices=[("term", "term"), ("repayment", "repayment")], default="term")

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "up_to_months", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_extension_limit_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True) ^ Q(percent__isnull=True),
                name="lending_extension_limit_says_one_thing",
            ),
            two_people("lending_extension_limit_maker_is_not_checker"),
        )
