"""Origin: where a loan that was taken in came from."""

import pgtrigger
from django.db import models

from dongvon.domain.lending.models.handover import Handover
from dongvon.domain.lending.models.loan import Loan


class Origin(models.Model):
    """The line and its fingerprint, the bank's code of the borrower, and what of the record no table here holds."""

    loan = models.OneToOneField(Loan, on_delete=models.PROTECT, primary_key=True, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="+", db_index=False)
    line = models.IntegerField()
    customer_code = models.CharField(max_length=40, blank=True)
    fingerprint = models.UUIDField()
    kept = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["handover", "line"], name="lending_origin_line_once"),)
        indexes = (models.Index(fields=["customer_code"], name="lending_origin_customer"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
