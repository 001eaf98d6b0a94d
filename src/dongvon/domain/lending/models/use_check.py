"""UseCheck: somebody went and saw what a borrower did with the money (06/TD)."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.disbursement import Disbursement
from dongvon.domain.lending.models.loan import Loan
from dongvon.kernel.ids import new_id


class UseCheck(models.Model):
    """Of one disbursement, in đồng: what was received, and what of it served the purpose and what did not."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+")
    disbursement = models.OneToOneField(Disbursement, on_delete=models.PROTECT, related_name="use_check")
    checked_on = models.DateField()
    received = models.BigIntegerField()
    balance = models.BigIntegerField()
    rightly = models.BigIntegerField()
    wrongly = models.BigIntegerField()
    used_for = models.CharField(max_length=300)
    effect = models.CharField(max_length=300, blank=True)
    measures = models.CharField(max_length=300, blank=True)
    unit = models.UUIDField(null=True)
    person = models.UUIDField()
    posted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(rightly__gte=0, wrongly__gte=0, received=F("rightly") + F("wrongly"), received__gt=0),
                name="lending_use_check_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(wrongly=0) | ~Q(measures=""), name="lending_use_check_misuse_has_measures"
            ),
            models.CheckConstraint(condition=~Q(used_for=""), name="lending_use_check_says_what_for"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
