"""Figure: the number a report gives in one slot, or the reason why there is none."""

from django.db import models

from dongvon.kernel.ids import new_id


class Figure(models.Model):
    """Either `value` (already multiplied, exact) or a reason why there is no data; never both, never neither."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, related_name="figures")
    slot = models.ForeignKey("workplan.Slot", on_delete=models.PROTECT, related_name="figures")
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    no_data_reason = models.CharField(max_length=500, blank=True)
    edition = models.PositiveIntegerField()
    changed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["report", "slot"], name="workplan_figure_once_per_slot"),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, no_data_reason="")
                | models.Q(value__isnull=True) & ~models.Q(no_data_reason=""),
                name="workplan_figure_has_value_or_reason",
            ),
        )
        indexes = (models.Index(fields=["slot"], name="workplan_figure_of_slot"),)
