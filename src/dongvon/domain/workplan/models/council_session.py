"""CouncilSession: the emulation and commendation council meets on a round's proposals."""

from django.db import models

from dongvon.kernel.ids import new_id


class CouncilSession(models.Model):
    """Open for votes until `closed_at`; seats and votes hang below."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="council_sessions")
    number = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    venue = models.CharField(max_length=200)
    chair = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    convened_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField()
    closed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="workplan_council_session_numbered"),
            models.CheckConstraint(
                condition=models.Q(closed_at=None, closed_by=None)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                name="workplan_council_session_closed_by_somebody",
            ),
        )
