"""SizeRule: how few and how many members a group may have, for a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


class SizeRule(models.Model):
    """Law as a dated row, with its basis and whether it was read in the text itself."""

    valid = DateRangeField()
    fewest = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=120)
    confirmed = models.BooleanField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(most__gte=F("fewest")), name="groups_size_rule_leaves_room"),
            ExclusionConstraint(
                name="groups_size_rule_one_at_a_time", expressions=[("valid", RangeOperators.OVERLAPS)]
            ),
        )
