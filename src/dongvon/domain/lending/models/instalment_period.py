"""InstalmentPeriod: how many months lie between instalments, by programme and length of the loan."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.programmes.models import Programme


class InstalmentPeriod(ProposedRule):
    """Loans up to `up_to_months` (null: any longer one); a programme's own rows come before the common ones.

    Parts of principal are floored to a multiple of `floor_to`, the rest falls on the last.
    """

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    up_to_months = models.PositiveSmallIntegerField(null=True)
    months = models.PositiveSmallIntegerField()
    floor_to = models.PositiveIntegerField()

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "up_to_months", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_instalment_period_one_a_day",
            ),
            models.CheckConstraint(condition=Q(months__gt=0), name="lending_instalment_period_is_positive"),
            two_people("lending_instalment_period_maker_is_not_checker"),
        )
