"""Petition: what is asked about a loan, put in by one officer and decided by another."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.kernel.ids import new_id


class Petition(models.Model):
    """The borrower's paper (08/TD, 09/TD, 01/XLN …) as it was received; `act` is the row that came of it.

    `answer` is the number of the decision where it was granted, and the reason where it was not.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15, choices=[(each.value, each.value) for each in PetitionKind])
    received_on = models.DateField()
    asked = models.CharField(max_length=500)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)
    answer = models.CharField(max_length=300, blank=True)
    act = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(asked=""), name="lending_petition_asks_something"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="lending_petition_maker_is_not_checker",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, granted__isnull=True, act__isnull=True)
                | Q(decided_by__isnull=False, granted=True, act__isnull=False)
                | Q(decided_by__isnull=False, granted=False, act__isnull=True),
                name="lending_petition_is_decided_whole",
            ),
            models.UniqueConstraint(
                fields=["loan", "kind"], condition=Q(decided_by__isnull=True), name="lending_petition_one_open"
            ),
        )
        triggers = (
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="fixed_once_decided",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__decided_by__isnull=False),
            ),
        )
