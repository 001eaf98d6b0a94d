"""Closing: what had gone through an account, in one unit, up to the end of a closed day."""

import pgtrigger
from django.db import models

from dongvon.domain.ledger.models.account import Account
from dongvon.domain.ledger.models.day import Day
from dongvon.domain.units.models import Unit


class Closing(models.Model):
    """Cumulative debits and credits in đồng; a row only for days on which the account moved."""

    pk = models.CompositePrimaryKey("account", "unit", "day")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.ForeignKey(Day, on_delete=models.PROTECT, related_name="+", db_column="day")
    debit = models.BigIntegerField()
    credit = models.BigIntegerField()

    class Meta:
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
