"""RatePeriod: one decision on one rate, proposed by one person and approved by another."""

from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, Proposal, two_people
from dongvon.domain.programmes.models.legal_basis import LegalBasis
from dongvon.domain.programmes.models.rate_series import RateSeries
from dongvon.domain.programmes.vocabulary import AppliesTo, Confidence


class RatePeriod(Proposal):
    """Percent a year, exact to six decimals; temporary where `until` is set (the first day it no longer holds).

    `since_stated` tells whether a source states the first day, or it is only assumed.
    """

    series = models.ForeignKey(RateSeries, on_delete=models.PROTECT, related_name="periods")
    effective_on = models.DateField()
    since_stated = models.BooleanField(default=True)
    until = models.DateField(null=True)
    percent = models.DecimalField(max_digits=9, decimal_places=6)
    applies_to = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in AppliesTo])
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta(Proposal.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                condition=models.Q(percent__gte=0, percent__lte=100), name="programmes_rate_period_percent_is_possible"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("effective_on")),
                name="programmes_rate_period_ends_after_it_begins",
            ),
            two_people("programmes_rate_period_maker_is_not_checker"),
            models.UniqueConstraint(
                fields=["series", "effective_on", "until"],
                nulls_distinct=False,
                condition=GRANTED,
                name="programmes_rate_period_one_a_day",
            ),
        )
