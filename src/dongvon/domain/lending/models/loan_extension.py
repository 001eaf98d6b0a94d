"""LoanExtension: the final due day is put off."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.act import Act


class LoanExtension(Act):
    """Days by the contract; interest goes on."""

    months = models.PositiveSmallIntegerField()
    previous_on = models.DateField()
    extended_on = models.DateField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                condition=Q(months__gt=0, extended_on__gt=F("previous_on")), name="lending_loan_extension_lengthens"
            ),
        )
