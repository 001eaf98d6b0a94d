"""CloseRun: the closing of one business day of lending."""

from django.db import models
from django.db.models import F, Q


class CloseRun(models.Model):
    """While one is unfinished nothing is booked on any loan; the day after the last finished one is open."""

    day = models.DateField(primary_key=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    person = models.UUIDField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="lending_close_run_ends_after_it_begins",
            ),
        )
