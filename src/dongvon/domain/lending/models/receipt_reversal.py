"""ReceiptReversal: a receipt that should not have been."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.models.receipt import Receipt


class ReceiptReversal(Act):
    """Interest is as if the money had never come."""

    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="reversal")
    reason = models.CharField(max_length=300)

    class Meta(Act.Meta):
        abstract = False
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="lending_receipt_reversal_says_why"),)
