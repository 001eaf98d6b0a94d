"""Acceptance: the branch takes one submission, bound by its hash."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.kernel.ids import new_id


class Acceptance(models.Model):
    """`content_hash` and `submitted_by` repeat the submission (a trigger compares them), so that who handed the
    report in can be kept from accepting it by a plain constraint."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    submission = models.OneToOneField("workplan.Submission", on_delete=models.PROTECT, related_name="acceptance")
    content_hash = models.CharField(max_length=64)
    note = models.TextField(blank=True)
    submitted_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    accepted_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(accepted_by=F("submitted_by")), name="workplan_acceptance_by_another_person"
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
