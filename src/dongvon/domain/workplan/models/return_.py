"""Return: the branch hands a submitted report back, saying what to mend."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Return(models.Model):
    """A submission is returned at most once; remarks on single clauses hang below."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    submission = models.OneToOneField("workplan.Submission", on_delete=models.PROTECT, related_name="returned")
    comment = models.TextField()
    returned_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField()

    class Meta:
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
