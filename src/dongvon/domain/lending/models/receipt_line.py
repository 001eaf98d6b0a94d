"""ReceiptLine: how much principal of one instalment a receipt met."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.receipt import Receipt


class ReceiptLine(models.Model):
    """`was_overdue` tells which state the principal stood in."""

    pk = models.CompositePrimaryKey("receipt", "number", "was_overdue")
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="lines", db_index=False)
    number = models.PositiveSmallIntegerField()
    was_overdue = models.BooleanField()
    amount = models.BigIntegerField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(amount__gt=0), name="lending_receipt_line_is_positive"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
