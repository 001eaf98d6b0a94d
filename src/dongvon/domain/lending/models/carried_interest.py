"""CarriedInterest: interest a loan owed on the day it was taken over from another system."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.loan import Loan


class CarriedInterest(models.Model):
    """Đồng by store; its principal came by a movement of the day of takeover."""

    loan = models.OneToOneField(Loan, on_delete=models.PROTECT, primary_key=True, related_name="+")
    in_term = models.BigIntegerField(default=0)
    overdue = models.BigIntegerField(default=0)
    grace = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(in_term__gte=0, overdue__gte=0, grace__gte=0), name="lending_carried_interest_not_negative"
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
