"""BalanceCheck: what the bank's books and the borrower's book say of one loan, side by side (15/TD)."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.loan import Loan
from dongvon.kernel.ids import new_id


class BalanceCheck(models.Model):
    """As of the end of `as_of`, in đồng: `kept_*` stand in the bank's books, `told_*` in the borrower's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+", db_index=False)
    as_of = models.DateField()
    kept_principal = models.BigIntegerField()
    kept_interest = models.BigIntegerField()
    told_principal = models.BigIntegerField()
    told_interest = models.BigIntegerField()
    cause = models.CharField(max_length=300, blank=True)
    person = models.UUIDField()
    posted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["loan", "as_of"], name="lending_balance_check_once_a_day"),
            models.CheckConstraint(
                condition=Q(told_principal__gte=0, told_interest__gte=0), name="lending_balance_check_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(kept_principal=F("told_principal"), kept_interest=F("told_interest")) | ~Q(cause=""),
                name="lending_balance_check_difference_has_a_cause",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
