"""InstalmentPeriod: how many months lie between instalments, by programme and length of the loan."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.dated_rule import DatedRule
from dongvon.domain.programmes.models import Programme


class InstalmentPeriod(DatedRule):
    """Loans up to `up_to_months` (null: any longer one); a programme's own rows come before the common ones.

    Parts of principal are floored to a multiple of `floor_to`, the rest falls on the last.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    up_to_months = models.PositiveSmallIntegerField(null=True)
    months = models.PositiveSmallIntegerField()
    floor_to = models.PositiveIntegerField()

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "up_to_months", "from_on"],
                nulls_distinct=False,
                name="lending_instalment_period_one_a_day",
            ),
            models.CheckConstraint(condition=Q(months__gt=0), name="lending_instalment_period_is_positive"),
        )
