"""Route: which steps a programme's files take, which papers the commune signs, what the bank's clocks are."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, two_people
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.programmes.models import Programme
from dongvon.domain.programmes.vocabulary import Channel


class Route(ProposedRule):
    """A programme's own row comes before the common one of its channel.

    `forms` are signed by the commune; without any the file does not go there. `tuition` is lent on top of a monthly
    ceiling; `tranche_months` lie between parts of a loan handed out over a course, each year after a declaration
    where `declared_yearly`.
    """

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    screened = models.BooleanField()
    forms = ArrayField(models.CharField(max_length=20), default=list)
    lottery = models.BooleanField(default=False)
    tuition = models.BooleanField(default=False)
    tranche_months = models.PositiveSmallIntegerField(null=True)
    declared_yearly = models.BooleanField(default=False)

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "channel", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_route_one_a_day",
            ),
            two_people("lending_route_maker_is_not_checker"),
        )


class StepDeadline(ProposedRule):
    """The step that follows `after` is due so many working days after the file reached `since`."""

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    after = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    since = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    working_days = models.PositiveSmallIntegerField()

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "channel", "after", "from_on"],
                nulls_distinct=False,
                condition=GRANTED,
                name="lending_step_deadline_one_a_day",
            ),
            two_people("lending_step_deadline_maker_is_not_checker"),
            models.CheckConstraint(condition=Q(working_days__gt=0), name="lending_step_deadline_gives_time"),
        )


class PriorityGround(ProposedRule):
    """A reason to come first when a plan is too small for all; `rank` 1 before 2."""

    from_on = models.DateField()
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField()

    class Meta(ProposedRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "code", "from_on"], condition=GRANTED, name="lending_priority_ground_one_a_day"
            ),
            two_people("lending_priority_ground_maker_is_not_checker"),
        )
