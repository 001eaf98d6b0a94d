"""Correction: a file goes back to be completed; that is no refusal."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.road_act import RoadAct
from dongvon.domain.lending.vocabulary import Stage


class Correction(RoadAct):
    """What is wrong or missing, told to whoever keeps the file."""

    stage = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    missing = models.CharField(max_length=500)

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (models.CheckConstraint(condition=~Q(missing=""), name="lending_correction_says_what"),)


class Completion(RoadAct):
    """The answer to a correction: the file is whole again."""

    correction = models.OneToOneField(Correction, on_delete=models.PROTECT, related_name="completion")
    said = models.CharField(max_length=500, blank=True)
