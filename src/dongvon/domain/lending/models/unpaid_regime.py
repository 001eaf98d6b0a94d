"""UnpaidRegime: what happens to an instalment nobody paid, for contracts signed from a day on."""

from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.programmes.models import Programme


class UnpaidRegime(ProposedRule):
    """A row without a programme holds for all that have none of their own; `from_on` is a day of signing."""

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    unpaid = models.CharField(max_length=8, choices=[("carried", "carried"), ("overdue", "overdue")])

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_unpaid_regime_one_a_day",
            ),
            two_people("lending_unpaid_regime_maker_is_not_checker"),
        )
