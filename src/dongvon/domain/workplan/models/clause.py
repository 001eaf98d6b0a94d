"""Clause: one task of a plan (3d), inside its group of tasks."""

from typing import Any, ClassVar

from django.db import models

from dongvon.domain.workplan.models.frozen import frozen_once_active
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.models.task_group import TaskGroup
from dongvon.domain.workplan.models.timed import Timed
from dongvon.kernel.ids import new_id


class Clause(Timed):
    """One task; a later plan's clause may continue it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="clauses")
    group = models.ForeignKey(TaskGroup, on_delete=models.CASCADE, null=True, related_name="clauses")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    text = models.TextField()
    product = models.TextField(blank=True)  # what a task table asks to hand over
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    continues = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="continued_by")

    class Meta(Timed.Meta):
        abstract = False
        constraints: ClassVar[Any] = (
            *Timed.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "code"], name="workplan_clause_code_in_plan"),
            models.UniqueConstraint(
                fields=["plan", "ordinal"], name="workplan_clause_ordinal", deferrable=models.Deferrable.DEFERRED
            ),
        )
        triggers = (frozen_once_active(),)
