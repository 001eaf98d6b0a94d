"""Score: what one unit reached in a scoring, and the counts it came from."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Score(models.Model):
    """The four criteria in points, their sum, and the rank; equal totals share a rank and the next is skipped."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scoring = models.ForeignKey("workplan.Scoring", on_delete=models.PROTECT, related_name="scores")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    timeliness = models.DecimalField(max_digits=5, decimal_places=2)
    completeness = models.DecimalField(max_digits=5, decimal_places=2)
    results = models.DecimalField(max_digits=5, decimal_places=2)
    quality = models.DecimalField(max_digits=5, decimal_places=2)
    total = models.DecimalField(max_digits=5, decimal_places=2)
    rank = models.PositiveSmallIntegerField()
    counts = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["scoring", "unit"], name="workplan_score_once"),
            models.CheckConstraint(
                condition=models.Q(
                    total=models.F("timeliness") + models.F("completeness") + models.F("results") + models.F("quality")
                ),
                name="workplan_score_total_is_the_sum",
            ),
            models.CheckConstraint(condition=models.Q(rank__gte=1), name="workplan_score_rank_from_one"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
