"""QuietHours: when letters may leave."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class QuietHours(models.Model):
    """No letter leaves outside these hours and days of the week (1 is Monday), Vietnam time, while valid."""

    letters_from = models.TimeField()
    letters_until = models.TimeField()
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["valid_from"], name="workplan_quiet_hours_once"),
            models.CheckConstraint(
                condition=models.Q(letters_from__lt=models.F("letters_until")), name="workplan_quiet_hours_in_order"
            ),
        )
