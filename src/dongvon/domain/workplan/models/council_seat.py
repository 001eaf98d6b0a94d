"""CouncilSeat: a person called to a session of the council."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class CouncilSeat(models.Model):
    """Only who holds a seat may vote."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey("workplan.CouncilSession", on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["session", "person"], name="workplan_council_seat_once"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
