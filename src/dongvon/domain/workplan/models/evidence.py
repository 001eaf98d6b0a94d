"""Evidence: a file or an address that shows what a report says about a clause."""

from django.db import models

from dongvon.kernel.ids import new_id


class Evidence(models.Model):
    """Exactly one of `attachment` and `link`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, related_name="evidence")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=300)
    attachment = models.ForeignKey("documents.Attachment", on_delete=models.PROTECT, null=True, related_name="+")
    link = models.URLField(max_length=1000, blank=True)
    changed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(attachment__isnull=False, link="")
                | models.Q(attachment__isnull=True) & ~models.Q(link=""),
                name="workplan_evidence_is_file_or_link",
            ),
        )
        indexes = (models.Index(fields=["report", "clause"], name="workplan_evidence_of_clause"),)
