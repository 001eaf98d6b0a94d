"""Escalation: the branch sends a group of concerns up to the city's leaders for decision."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Escalation(models.Model):
    """`question` is what the leaders are asked; `advice` is what the branch would do."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.OneToOneField("workplan.ConcernGroup", on_delete=models.PROTECT, related_name="escalation")
    question = models.TextField()
    advice = models.TextField(blank=True)
    escalated_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    escalated_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(question=""), name="workplan_escalation_asks"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
