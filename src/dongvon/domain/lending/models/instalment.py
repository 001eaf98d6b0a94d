"""Instalment: principal due on a day, as literal rows of the schedule."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.loan import Loan


class Instalment(models.Model):
    """`contractual_on` by the contract, `session_on` by the commune's session, `due_on` the day in force.

    The parts of a loan add up to what was lent. `overdue` is what of the unpaid part stands overdue since
    `overdue_on`; what is neither paid nor overdue after its day was carried on.
    """

    pk = models.CompositePrimaryKey("loan", "number")
    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="instalments", db_index=False)
    number = models.PositiveSmallIntegerField()
    contractual_on = models.DateField()
    session_on = models.DateField()
    due_on = models.DateField()
    principal = models.BigIntegerField(default=0)
    paid = models.BigIntegerField(default=0)
    overdue = models.BigIntegerField(default=0)
    overdue_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(paid__gte=0, overdue__gte=0, principal__gte=F("paid") + F("overdue")),
                name="lending_instalment_parts_fit",
            ),
            models.CheckConstraint(
                condition=Q(overdue=0) | Q(overdue_on__isnull=False), name="lending_instalment_overdue_has_a_day"
            ),
        )
        indexes = (
            models.Index(
                fields=["due_on"], name="lending_instalment_open", condition=Q(principal__gt=F("paid") + F("overdue"))
            ),
        )
