"""OverdueTransfer: unpaid principal that went overdue at the close of a day."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act


class OverdueTransfer(Act):
    """One a day for each loan; its instalments carry the parts."""

    amount = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_overdue_transfer_is_positive"),
            models.UniqueConstraint(fields=["loan", "booked_on"], name="lending_overdue_transfer_once_a_day"),
        )
        indexes = (models.Index(fields=["booked_on"], name="lending_overdue_transfer_day"),)
