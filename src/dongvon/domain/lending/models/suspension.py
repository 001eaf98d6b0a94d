"""Suspension: nothing is earned or due while the borrower serves in the army."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.act import Act


class Suspension(Act):
    """From `from_on` to the day before `until_on`; the due days of student loans move by `months`."""

    from_on = models.DateField()
    until_on = models.DateField()
    months = models.PositiveSmallIntegerField()
    in_term = models.BigIntegerField()
    overdue = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")), name="lending_suspension_ends_after_it_begins"
            ),
        )
