"""Reminder: what was sent to whom, so that nobody is told twice."""

from django.db import models

from dongvon.domain.workplan.models.digest import Digest
from dongvon.domain.workplan.models.round import Round
from dongvon.kernel.ids import new_id


class Reminder(models.Model):
    """One line of a digest: a step of the ladder reached for what a unit owes in a round."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="reminders")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reminders")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    step = models.SmallIntegerField()  # days from the due day: -30 before, 7 after
    clauses = models.PositiveIntegerField()  # how many obligations stood open

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["round", "unit", "person", "step"], name="workplan_reminder_each_step_once"
            ),
        )
