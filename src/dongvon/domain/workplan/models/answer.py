"""Answer: what the branch tells the units about a group of their concerns."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Answer(models.Model):
    """A group may be answered again; nothing said is unsaid."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey("workplan.ConcernGroup", on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    answered_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(text=""), name="workplan_answer_says_something"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
