"""RequestList: members whom a group asks the bank to lend to, after appraising them in public (03/TD)."""

import pgtrigger
from django.db import models

from dongvon.domain.groups.models import Group
from dongvon.domain.programmes.models import Programme
from dongvon.kernel.ids import new_id


class RequestList(models.Model):
    """One programme's list from one meeting; `meeting` is a meeting of the group, with minutes 10C/TD."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    meeting = models.UUIDField()
    held_on = models.DateField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    class Meta:
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
