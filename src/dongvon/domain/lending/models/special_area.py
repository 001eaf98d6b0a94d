"""SpecialArea: from a day on a commune is of such a kind ("difficult": vùng khó khăn), or is no longer."""

from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.units.models import Place


class SpecialArea(ProposedRule):
    """A later row of the same commune and kind stands in its place; one that does not hold ends it.

    That a commune is rural follows from its type and is not repeated here.
    """

    from_on = models.DateField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    holds = models.BooleanField(default=True)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["place", "kind", "from_on"], condition=GRANTED, name="lending_special_area_one_a_day"
            ),
            two_people("lending_special_area_maker_is_not_checker"),
        )
