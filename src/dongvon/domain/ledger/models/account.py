"""Account: a line of the chart of accounts."""

from django.db import models

from dongvon.domain.ledger.vocabulary import AccountKind


class Account(models.Model):
    """`number` is written with dots from the heading down ("2111.01.1"), so a prefix is a group of accounts."""

    id = models.SmallAutoField(primary_key=True)
    number = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in AccountKind])
    confirmed = models.BooleanField(default=False)  # whether the number is the bank's own, or ours until it is known

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["number"], name="ledger_account_number_is_unique"),
            models.CheckConstraint(
                condition=models.Q(number__regex=r"^[0-9A-Z]+(\.[0-9A-Z]+)*$"), name="ledger_account_number_is_dotted"
            ),
        )
