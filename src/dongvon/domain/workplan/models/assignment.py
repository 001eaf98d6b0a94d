"""Assignment: whom a clause or a duty names, in which role and at which level."""

from django.db import models

from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.duty import Duty
from dongvon.domain.workplan.models.frozen import frozen_once_active
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.vocabulary import AssignmentRole
from dongvon.kernel.ids import new_id


class Assignment(models.Model):
    """`target` is the key of a body, a class or a unit, null while unresolved; `level` is city, commune or all."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="assignments")
    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, null=True, related_name="assignments")
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, null=True, related_name="assignments")
    ordinal = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=[(each.value, each.value) for each in AssignmentRole])
    mention = models.TextField()
    target = models.CharField(max_length=80, null=True)  # null: nobody known stands behind the words
    level = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=80, blank=True)  # a commune named beside the body
    inferred = models.TextField(blank=True)  # why the reading goes beyond the words
    resolved_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    dropped = models.BooleanField(default=False)  # the reviewer found that nobody is meant

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(clause=None, duty__isnull=False) | models.Q(clause__isnull=False, duty=None),
                name="workplan_assignment_of_clause_or_duty",
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=["", "city", "commune", "all"]), name="workplan_assignment_level"
            ),
        )
        indexes = (models.Index(fields=["clause", "role"], name="workplan_assignment_clause"),)
        triggers = (frozen_once_active(),)
