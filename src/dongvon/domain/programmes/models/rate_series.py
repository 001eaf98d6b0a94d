"""RateSeries: the key under which rates are stated."""

from django.db import models

from dongvon.domain.programmes.models.programme import Programme
from dongvon.domain.programmes.vocabulary import Fund, PriorityClass


class RateSeries(models.Model):
    """Programme, fund, class of borrower and area; `area` "" is everywhere, else a commune's code."""

    id = models.SmallAutoField(primary_key=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rate_series")
    fund = models.CharField(max_length=1, choices=[(fund.value, fund.value) for fund in Fund])
    priority_class = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in PriorityClass])
    area = models.CharField(max_length=5, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "fund", "priority_class", "area"], name="programmes_rate_series_is_unique"
            ),
        )
