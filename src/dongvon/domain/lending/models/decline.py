"""Decline: a step says no, for a reason that the borrower is told."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.road_act import RoadAct
from dongvon.domain.lending.vocabulary import Stage


class Decline(RoadAct):
    """`stage` is how far the application had come; `article` is what the refusal rests on, where it is a rule."""

    stage = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    reason = models.CharField(max_length=500)
    article = models.CharField(max_length=200, blank=True)

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["application"], name="lending_decline_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="lending_decline_has_a_reason"),
        )
