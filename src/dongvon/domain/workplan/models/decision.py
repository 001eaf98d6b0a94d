"""Decision: what a leader of the city decided about an escalation, linked to the clause it touches."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Decision(models.Model):
    """`document_number` is the paper that carries the decision, where one was issued."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    escalation = models.OneToOneField("workplan.Escalation", on_delete=models.PROTECT, related_name="decision")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, related_name="decisions")
    text = models.TextField()
    document_number = models.CharField(max_length=120, blank=True)
    decided_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(text=""), name="workplan_decision_says_something"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
