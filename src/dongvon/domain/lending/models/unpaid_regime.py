"""UnpaidRegime: what happens to an instalment nobody paid, for contracts signed from a day on."""

from django.db import models

from dongvon.domain.lending.models.dated_rule import DatedRule
from dongvon.domain.programmes.models import Programme


class UnpaidRegime(DatedRule):
    """A row without a programme holds for all that have none of their own; `from_on` is a day of signing."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    unpaid = models.CharField(max_length=8, choices=[("carried", "carried"), ("overdue", "overdue")])

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "from_on"], nulls_distinct=False, name="lending_unpaid_regime_one_a_day"
            ),
        )
