"""Target: a number that a plan sets."""

from django.db import models

from dongvon.domain.workplan.models.frozen import frozen_once_active
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.vocabulary import TargetKind
from dongvon.kernel.ids import new_id


class Target(models.Model):
    """A number the plan sets: at least 10 % a year from 2026, about 30 % by 2030."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.CASCADE, null=True, related_name="targets")
    ordinal = models.PositiveSmallIntegerField()
    text = models.TextField()
    number = models.DecimalField(max_digits=20, decimal_places=4)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in TargetKind])
    year = models.PositiveSmallIntegerField(null=True)
    from_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        triggers = (frozen_once_active(),)
