"""Scoring: one run of the formula over a round."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Scoring(models.Model):
    """Run again as often as wished; each run stands. The formula is the one valid on `rules_on`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="scorings")
    number = models.PositiveSmallIntegerField()
    rules_on = models.DateField()
    scored_by = models.ForeignKey(
        "units.User", on_delete=models.PROTECT, null=True, related_name="+"
    )  # null: from the command line
    scored_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "number"], name="workplan_scoring_numbered"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
