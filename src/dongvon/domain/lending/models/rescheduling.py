"""Rescheduling: one instalment is put off, the end of the loan is not."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.act import Act


class Rescheduling(Act):
    """By session days."""

    number = models.PositiveSmallIntegerField()
    previous_on = models.DateField()
    due_on = models.DateField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(due_on__gt=F("previous_on")), name="lending_rescheduling_puts_off"),
        )
