"""RateCohort and RateSegment: approved rates laid out so that a million loans can be joined to their rates.

Derived from rate periods by `decide_rates`, and from nothing else.
"""

from django.db import models

from dongvon.domain.programmes.models.rate_series import RateSeries


class RateCohort(models.Model):
    """Loans of a series signed on or after `signed_from` (and before the next cohort's day) share one history."""

    id = models.AutoField(primary_key=True)
    series = models.ForeignKey(RateSeries, on_delete=models.PROTECT, related_name="cohorts")
    signed_from = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["series", "signed_from"], name="programmes_rate_cohort_is_unique"),
        )


class RateSegment(models.Model):
    """The cohort's rate from `starts_on` up to, not with, `ends_on` (null: without end)."""

    cohort = models.ForeignKey(RateCohort, on_delete=models.CASCADE, related_name="segments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    percent = models.DecimalField(max_digits=9, decimal_places=6)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["cohort", "starts_on"], name="programmes_rate_segment_starts_once"),
        )
