"""Timed: when something is due, as far as the plan says."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.workplan.vocabulary import TimingKind


class Timed(models.Model):
    """The words and what was read from them; `before` is true where the named day itself is too late."""

    timing_kind = models.CharField(max_length=24, choices=[(each.value, each.value) for each in TimingKind])
    timing_text = models.TextField(blank=True)
    due_day = models.PositiveSmallIntegerField(null=True)
    due_month = models.PositiveSmallIntegerField(null=True)
    due_quarter = models.PositiveSmallIntegerField(null=True)
    due_year = models.PositiveSmallIntegerField(null=True)
    from_year = models.PositiveSmallIntegerField(null=True)
    to_year = models.PositiveSmallIntegerField(null=True)
    before = models.BooleanField(default=False)
    stages = ArrayField(models.TextField(), default=list)  # the written parts of several rounds

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(timing_kind=TimingKind.UNDETERMINED.value)
                | models.Q(due_day=None, due_month=None, due_quarter=None, due_year=None),
                name="workplan_%(class)s_no_invented_deadline",
            ),
            models.CheckConstraint(
                condition=models.Q(due_day=None)
                | models.Q(due_day__range=(1, 31), due_month__isnull=False, due_month__range=(1, 12)),
                name="workplan_%(class)s_due_day_has_month",
            ),
        )
