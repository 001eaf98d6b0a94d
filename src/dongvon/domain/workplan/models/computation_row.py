"""ComputationRow: what one unit contributed to a computation."""

import pgtrigger
from django.db import models


class ComputationRow(models.Model):
    """Repeats the value as it was then; the submission it came from is frozen under its own hash."""

    id = models.BigAutoField(primary_key=True)
    computation = models.ForeignKey("workplan.Computation", on_delete=models.PROTECT, related_name="rows")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    submission = models.ForeignKey(
        "workplan.Submission", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["computation", "unit"], name="workplan_computation_row_once"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
