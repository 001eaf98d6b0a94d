"""Evaluation: how the conditions stood when a step was taken, with the records they rested on."""

from django.db import models

from dongvon.domain.lending.models.road_act import RoadAct
from dongvon.domain.lending.vocabulary import Stage, Verdict


class Evaluation(RoadAct):
    """`lines` are the explanation as it was shown then."""

    stage = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    evaluated_on = models.DateField()
    verdict = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Verdict])
    lines = models.JSONField()

    class Meta(RoadAct.Meta):
        abstract = False
        indexes = (models.Index(fields=["application", "-acted_at"], name="lending_evaluation_latest"),)
