"""Doubt: a place where the reading is unsure, for a person to settle before the plan is in force."""

from django.db import models

from dongvon.domain.workplan.models.assignment import Assignment
from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.plan import Plan
from dongvon.kernel.ids import new_id


class Doubt(models.Model):
    """`code` names the kind ("unknown_unit", "no_timing"); a blocking doubt must be settled before activation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="doubts")
    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, null=True, related_name="doubts")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, related_name="doubts")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    line = models.PositiveIntegerField(null=True)
    reason = models.TextField()
    blocking = models.BooleanField()
    settled_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    how = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(settled_by=None, settled_at=None, how="")
                | (models.Q(settled_at__isnull=False) & ~models.Q(how="")),
                name="workplan_doubt_settled_somehow",
            ),
        )
        indexes = (models.Index(fields=["plan", "settled_at"], name="workplan_doubt_open"),)
