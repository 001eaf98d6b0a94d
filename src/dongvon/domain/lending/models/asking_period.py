"""AskingPeriod: by when the borrower's paper about a due day must be in."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.dated_rule import DatedRule
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.programmes.models import Programme


class AskingPeriod(DatedRule):
    """So many working days before the due day, or with `or_session` the last session up to it if that is later."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=15, choices=[(each.value, each.value) for each in PetitionKind])
    working_days = models.PositiveSmallIntegerField()
    or_session = models.BooleanField(default=False)

    class Meta(DatedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "kind", "from_on"], nulls_distinct=False, name="lending_asking_period_one_a_day"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["extend", "reschedule"]), name="lending_asking_period_is_about_a_due_day"
            ),
        )
