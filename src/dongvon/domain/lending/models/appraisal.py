"""Appraisal: what the credit officer found, and would lend."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.evaluation import Evaluation
from dongvon.domain.lending.models.road_act import RoadAct


class Appraisal(RoadAct):
    """The amount and the term that the officer proposes, with reasons."""

    amount = models.BigIntegerField()
    term_months = models.PositiveSmallIntegerField()
    opinion = models.CharField(max_length=1000)
    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="+")

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0, term_months__gt=0), name="lending_appraisal_is_positive"),
        )
