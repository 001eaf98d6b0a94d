"""Term: the conditions under which a programme lends one fund's money, for a time."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.audit.models.proposal import GRANTED, Proposal, two_people
from dongvon.domain.programmes.models.legal_basis import LegalBasis
from dongvon.domain.programmes.models.programme import Programme
from dongvon.domain.programmes.vocabulary import Channel, Confidence, Fund


class Term(Proposal):
    """Proposed by one person and approved by another; only approved terms apply.

    `overdue_percent` is of the lending rate; None means the rate named in the programme's own text applies instead
    (the poor-household rate on the day of signing). `since_stated` tells whether a source states the first day, or it
    is only assumed. A loan for a course is repaid over `course_times` the months it was lent in, or over
    `short_course_times` for courses up to `short_course_months` and for medicine; None where the term is a number.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="terms")
    fund = models.CharField(max_length=1, choices=[(fund.value, fund.value) for fund in Fund])
    valid = DateRangeField()
    since_stated = models.BooleanField(default=True)
    channel = models.CharField(max_length=10, choices=[(channel.value, channel.value) for channel in Channel])
    longest_months = models.PositiveSmallIntegerField(null=True)
    grace_months = models.PositiveSmallIntegerField(default=0)
    collateral_above = models.BigIntegerField(null=True)
    overdue_percent = models.DecimalField(max_digits=7, decimal_places=3, null=True)
    short_course_months = models.PositiveSmallIntegerField(null=True)
    short_course_times = models.PositiveSmallIntegerField(null=True)
    course_times = models.PositiveSmallIntegerField(null=True)
    rollover = models.BooleanField(default=False)
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="programmes_term_one_at_a_time",
                expressions=[
                    ("programme", RangeOperators.EQUAL),
                    ("fund", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=GRANTED,
            ),
            two_people("programmes_term_maker_is_not_checker"),
            models.CheckConstraint(
                condition=models.Q(short_course_months=None, short_course_times=None, course_times=None)
                | models.Q(short_course_months__isnull=False, short_course_times__gt=0, course_times__gt=0)
                & models.Q(short_course_times__isnull=False, course_times__isnull=False),
                name="programmes_term_course_is_told_whole",
            ),
        )
        #: Its end is written when other conditions follow.
        triggers = (pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),)
