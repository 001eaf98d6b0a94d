"""Remark: what a return says about one clause."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Remark(models.Model):
    """Belongs to a return; one for each clause at most."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    verdict = models.ForeignKey(
        "workplan.Return", on_delete=models.PROTECT, related_name="remarks", db_column="return_id"
    )
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["verdict", "clause"], name="workplan_remark_once_per_clause"),
            models.CheckConstraint(condition=~models.Q(text=""), name="workplan_remark_says_something"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
