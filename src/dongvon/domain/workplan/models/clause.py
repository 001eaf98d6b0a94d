"""Clause: one task of a plan (3d), inside its group of tasks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.workplan.models.frozen import frozen_once_active
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.models.task_group import TaskGroup
from dongvon.domain.workplan.vocabulary import TimingKind
from dongvon.kernel.ids import new_id


class Clause(models.Model):
    """One task; `deadlines` holds "MM-DD" (each year) or "YYYY-MM-DD" as the timing names them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="clauses")
    group = models.ForeignKey(TaskGroup, on_delete=models.CASCADE, null=True, related_name="clauses")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    text = models.TextField()
    product = models.TextField(blank=True)  # what a task table asks to hand over
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    timing_kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in TimingKind])
    timing_text = models.TextField(blank=True)
    deadlines = ArrayField(models.CharField(max_length=10), default=list)
    from_year = models.PositiveSmallIntegerField(null=True)
    until_year = models.PositiveSmallIntegerField(null=True)
    continues = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="continued_by")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "code"], name="workplan_clause_code_in_plan"),
            models.UniqueConstraint(
                fields=["plan", "ordinal"], name="workplan_clause_ordinal", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=~models.Q(timing_kind=TimingKind.UNDETERMINED.value) | models.Q(deadlines=[]),
                name="workplan_clause_no_invented_deadline",
            ),
        )
        triggers = (frozen_once_active(),)
