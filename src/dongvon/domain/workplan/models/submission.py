"""Submission: a report as it was handed in, frozen, readable for ever."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id

#: SHA-256 of the content in hex; built into PostgreSQL, unlike the functions of pgcrypto.
FINGERPRINT = models.Func(
    models.F("content"),
    template="encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')",
    output_field=models.TextField(),
)


class Submission(models.Model):
    """`content` is the whole report as canonical JSON; the database checks that `content_hash` is its SHA-256 in hex.

    `on_behalf_of` is the unit in whose place another unit handed the report in, or null.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    content_hash = models.CharField(max_length=64)
    submitted_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    submitted_for = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey("units.Unit", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["report", "number"], name="workplan_submission_numbered"),
            models.CheckConstraint(
                condition=models.Q(content_hash=FINGERPRINT),
                name="workplan_submission_hash_fits_content",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
