"""ResultNotice: the bank tells a commune what it decided, and where money is handed out (04/TD)."""

import pgtrigger
from django.db import models

from dongvon.domain.lending.models.application import Application
from dongvon.domain.units.models import Place, Unit
from dongvon.kernel.ids import new_id


class ResultNotice(models.Model):
    """Approved and refused applications of one commune; goes on to organisation, group and borrower."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    disburse_on = models.DateField()
    venue = models.CharField(max_length=200)
    sent_by = models.UUIDField()
    sent_at = models.DateTimeField()

    class Meta:
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)


class ResultLine(models.Model):
    """One application in a notice; each is told once."""

    notice = models.ForeignKey(ResultNotice, on_delete=models.PROTECT, related_name="lines")
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="result_line")
