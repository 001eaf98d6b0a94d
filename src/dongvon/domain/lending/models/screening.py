"""Screening: a group's public appraisal (bình xét) of one request, by vote."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.request_list import RequestList
from dongvon.domain.lending.models.road_act import RoadAct


class Screening(RoadAct):
    """What the meeting found fair: an amount and a term, carried by more than half of those present."""

    request_list = models.ForeignKey(RequestList, on_delete=models.PROTECT, related_name="screenings")
    amount = models.BigIntegerField()
    term_months = models.PositiveSmallIntegerField()
    in_favour = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                condition=Q(in_favour__lte=F("present"), present__lt=F("in_favour") * 2),
                name="lending_screening_has_a_majority",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0, term_months__gt=0), name="lending_screening_is_positive"),
            models.UniqueConstraint(fields=["request_list", "application"], name="lending_screening_once_in_a_list"),
        )
