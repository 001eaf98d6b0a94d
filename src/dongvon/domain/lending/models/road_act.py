"""What every step on the road tells: the application, by whom, when."""

import pgtrigger
from django.db import models

from dongvon.domain.lending.models.application import Application
from dongvon.kernel.ids import new_id


class RoadAct(models.Model):
    """Append-only: a step taken again is another row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    person = models.UUIDField()
    acted_at = models.DateTimeField()

    class Meta:
        abstract = True
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
