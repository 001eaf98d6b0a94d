"""LadderStep: a rung of the reminder ladder."""

from django.db import models

from dongvon.domain.workplan.vocabulary import LadderAudience


class LadderStep(models.Model):
    """Who is told how many days before (negative) or after the due day, while the row is valid."""

    days = models.SmallIntegerField()
    audience = models.CharField(max_length=10, choices=[(each.value, each.value) for each in LadderAudience])
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["days", "audience", "valid_from"], name="workplan_ladder_step_once"),
        )
