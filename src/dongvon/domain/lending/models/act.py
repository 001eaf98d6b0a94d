"""What every act on a loan tells: the loan, the business date, on whose paper, by whom, and when."""

import pgtrigger
from django.db import models

from dongvon.domain.lending.models.loan import Loan
from dongvon.kernel.ids import new_id


class Act(models.Model):
    """Append-only: what was wrong is put right by another act."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+")
    booked_on = models.DateField()
    decision = models.CharField(max_length=120, blank=True)
    person = models.UUIDField()
    posted_at = models.DateTimeField()

    class Meta:
        abstract = True
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
