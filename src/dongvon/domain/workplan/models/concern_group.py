"""ConcernGroup: concerns of several units that say the same and are answered together."""

from django.db import models

from dongvon.kernel.ids import new_id


class ConcernGroup(models.Model):
    """A concern answered alone is a group of one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey("workplan.Plan", on_delete=models.PROTECT, related_name="concern_groups")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, null=True, related_name="concern_groups")
    title = models.CharField(max_length=300)
    grouped_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    grouped_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(title=""), name="workplan_concern_group_has_title"),)
