"""AskingPeriod: by when the borrower's paper about a due day must be in."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.programmes.models import Programme


class AskingPeriod(ProposedRule):
    """So many working days before the due day, or with `or_session` the last session up to it if that is later."""

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=15, choices=[(each.value, each.value) for each in PetitionKind])
    working_days = models.PositiveSmallIntegerField()
    or_session = models.BooleanField(default=False)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "kind", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_asking_period_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["extend", "reschedule"]), name="lending_asking_period_is_about_a_due_day"
            ),
            two_people("lending_asking_period_maker_is_not_checker"),
        )
