"""Entry: how one report answers one clause."""

from django.db import models

from dongvon.domain.workplan.vocabulary import EntryStatus
from dongvon.kernel.ids import new_id


class Entry(models.Model):
    """`edition` is the edition of the report at which this entry last changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, related_name="entries")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, related_name="entries")
    status = models.CharField(
        max_length=20,
        choices=[(status.value, status.value) for status in EntryStatus],
        default=EntryStatus.NOT_STARTED,
    )
    narrative = models.TextField(blank=True)
    assessment = models.TextField(blank=True)  # tự đánh giá: what was good, what was not, and why
    edition = models.PositiveIntegerField()
    changed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["report", "clause"], name="workplan_entry_once_per_clause"),
            models.CheckConstraint(
                condition=models.Q(status__in=list(EntryStatus)), name="workplan_entry_status_is_known"
            ),
        )
