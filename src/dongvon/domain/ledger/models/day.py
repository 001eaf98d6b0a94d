"""Day: a business date whose books are closed."""

import pgtrigger
from django.db import models


class Day(models.Model):
    """Nothing more is posted on a closed day; `amount` and `transfers` are its control sums."""

    day = models.DateField(primary_key=True)
    transfers = models.BigIntegerField()
    amount = models.BigIntegerField()
    closed_at = models.DateTimeField()
    closed_by = models.UUIDField()

    class Meta:
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
