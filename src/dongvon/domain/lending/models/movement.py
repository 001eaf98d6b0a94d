"""Movement: principal that came, went or changed its state, by the day from which it earns so."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.vocabulary import Cause


class Movement(models.Model):
    """Interest is linear in these: what a loan earned by a day is the sum over its movements before it.

    `resting` is principal in term or overdue that earns nothing for a while (military service).
    """

    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+", db_index=False)
    value_on = models.DateField()
    booked_on = models.DateField()
    in_term = models.BigIntegerField(default=0)
    overdue = models.BigIntegerField(default=0)
    frozen = models.BigIntegerField(default=0)
    resting = models.BigIntegerField(default=0)
    cause = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Cause])
    source = models.UUIDField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(in_term=0, overdue=0, frozen=0, resting=0), name="lending_movement_moves_something"
            ),
        )
        indexes = (models.Index(fields=["loan", "value_on"], name="lending_movement_loan"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
