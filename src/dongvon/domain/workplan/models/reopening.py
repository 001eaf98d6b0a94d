"""Reopening: an accepted report is opened again, for a reason, until a day."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Reopening(models.Model):
    """The acceptance stays readable; `open_until` moves this report's lock, no other's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    acceptance = models.OneToOneField("workplan.Acceptance", on_delete=models.PROTECT, related_name="reopening")
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, related_name="reopenings")
    reason = models.TextField()
    open_until = models.DateTimeField()
    reopened_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(reason=""), name="workplan_reopening_has_reason"),
            models.CheckConstraint(
                condition=models.Q(open_until__gt=models.F("reopened_at")),
                name="workplan_reopening_lasts",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
