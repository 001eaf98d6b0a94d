"""Notice: what is to be told to a borrower: an instalment of next month, or a transfer to overdue."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.vocabulary import NoticeKind


class Notice(models.Model):
    """Made by the close of `made_on`; `number` is the instalment, 0 the whole loan."""

    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(each.value, each.value) for each in NoticeKind])
    due_on = models.DateField()
    made_on = models.DateField()
    amount = models.BigIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_notice_is_about_money"),
            models.UniqueConstraint(fields=["loan", "number", "kind", "due_on"], name="lending_notice_once"),
        )
        indexes = (models.Index(fields=["made_on"], name="lending_notice_day"),)
