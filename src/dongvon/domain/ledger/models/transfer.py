"""Transfer: one định khoản, balanced because it is one row."""

import pgtrigger
from django.db import models

from dongvon.domain.ledger.models.account import Account
from dongvon.domain.units.models import Unit


class Transfer(models.Model):
    """Append-only; what was wrong is put right by another transfer that names it in `reverses`.

    `day` is the business date; `about` is the row of an upper floor (a loan, a contract) it concerns.
    """

    id = models.UUIDField(primary_key=True)
    day = models.DateField()
    debit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    credit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    amount = models.BigIntegerField()
    code = models.CharField(max_length=30)
    about = models.UUIDField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.CharField(max_length=5)
    person = models.UUIDField()
    posted_at = models.DateTimeField()
    reverses = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="ledger_transfer_amount_is_positive"),
            models.CheckConstraint(
                condition=~models.Q(debit=models.F("credit")), name="ledger_transfer_joins_two_accounts"
            ),
            models.UniqueConstraint(
                fields=["reverses"],
                name="ledger_transfer_reversed_once",
                condition=models.Q(reverses__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=["about", "day"], name="ledger_transfer_about"),
            models.Index(fields=["day", "unit"], name="ledger_transfer_day"),
        )
        triggers = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="day_is_open",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="added"),
                func="""
                    IF (SELECT min(day) FROM added) <= (SELECT max(day) FROM ledger_day) THEN
                        RAISE EXCEPTION 'ledger_transfer_day_is_open' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        )
