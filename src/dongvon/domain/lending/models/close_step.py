"""CloseStep: one finished step of a day's closing, with its control sums."""

import pgtrigger
from django.db import models

from dongvon.domain.lending.models.close_run import CloseRun


class CloseStep(models.Model):
    """Written in the transaction of the step itself: a step that is here is done, one that is not left nothing."""

    run = models.ForeignKey(CloseRun, on_delete=models.PROTECT, related_name="steps")
    name = models.CharField(max_length=30)
    rows = models.BigIntegerField()
    amount = models.BigIntegerField()
    seconds = models.FloatField()
    finished_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "name"], name="lending_close_step_once"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
