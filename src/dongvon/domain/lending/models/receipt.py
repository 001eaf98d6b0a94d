"""Receipt: money a borrower paid, and what it met."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.vocabulary import Means


class Receipt(models.Model):
    """Paid with effect from `value_on`, booked on `booked_on`; principal is told by instalment in its lines."""

    id = models.UUIDField(primary_key=True)
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+", db_index=False)
    booked_on = models.DateField()
    value_on = models.DateField()
    amount = models.BigIntegerField()
    means = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Means])
    overdue_principal = models.BigIntegerField(default=0)
    due_principal = models.BigIntegerField(default=0)
    further_principal = models.BigIntegerField(default=0)
    frozen_principal = models.BigIntegerField(default=0)
    overdue_interest = models.BigIntegerField(default=0)
    interest_arrears = models.BigIntegerField(default=0)
    current_interest = models.BigIntegerField(default=0)
    grace_interest = models.BigIntegerField(default=0)
    person = models.UUIDField()
    posted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_receipt_is_positive"),
            models.CheckConstraint(
                condition=Q(
                    amount=F("overdue_principal")
                    + F("due_principal")
                    + F("further_principal")
                    + F("frozen_principal")
                    + F("overdue_interest")
                    + F("interest_arrears")
                    + F("current_interest")
                    + F("grace_interest")
                ),
                name="lending_receipt_meets_all_of_itself",
            ),
            models.CheckConstraint(condition=Q(value_on__lte=F("booked_on")), name="lending_receipt_is_not_ahead"),
        )
        indexes = (
            models.Index(fields=["loan", "value_on"], name="lending_receipt_loan"),
            models.Index(fields=["booked_on"], name="lending_receipt_day"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
