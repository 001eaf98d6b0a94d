"""Origin: where a loan that was taken in came from."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.handover import Handover
from dongvon.domain.lending.models.loan import Loan


class Origin(models.Model):
    """The line and its fingerprint, the bank's code of the borrower, and what of the record no table here holds.

    `carried_*` is the interest owed on the day of takeover, in đồng by store; the principal came by a movement.
    """

    loan = models.OneToOneField(Loan, on_delete=models.PROTECT, primary_key=True, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="+", db_index=False)
    line = models.IntegerField()
    customer_code = models.CharField(max_length=40, blank=True)
    fingerprint = models.UUIDField()
    carried_in_term = models.BigIntegerField(default=0)
    carried_overdue = models.BigIntegerField(default=0)
    carried_grace = models.BigIntegerField(default=0)
    kept = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["handover", "line"], name="lending_origin_line_once"),
            models.CheckConstraint(
                condition=Q(carried_in_term__gte=0, carried_overdue__gte=0, carried_grace__gte=0),
                name="lending_origin_carried_not_negative",
            ),
        )
        indexes = (models.Index(fields=["customer_code"], name="lending_origin_customer"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
