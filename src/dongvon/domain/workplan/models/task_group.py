"""TaskGroup: a numbered group of clauses."""

from django.db import models

from dongvon.domain.workplan.models.part import Part
from dongvon.domain.workplan.models.plan import Plan
from dongvon.kernel.ids import new_id


class TaskGroup(models.Model):
    """A numbered group of clauses ("3. Tập trung nguồn lực…")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="groups")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, related_name="groups")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10)
    heading = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "ordinal"], name="workplan_group_ordinal"),)
