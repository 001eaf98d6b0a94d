"""AccountSet: the ledger accounts of the loans of one rate series."""

from django.db import models

from dongvon.domain.programmes.models import RateSeries


class AccountSet(models.Model):
    """Account numbers by what is booked on them; opened with the first loan of the series."""

    series = models.OneToOneField(RateSeries, on_delete=models.PROTECT, primary_key=True, related_name="+")
    in_term = models.CharField(max_length=30)
    overdue = models.CharField(max_length=30)
    frozen = models.CharField(max_length=30)
    income = models.CharField(max_length=30)
    owed_in_term = models.CharField(max_length=30)
    owed_overdue = models.CharField(max_length=30)
    owed_grace = models.CharField(max_length=30)
    written_off = models.CharField(max_length=30)
