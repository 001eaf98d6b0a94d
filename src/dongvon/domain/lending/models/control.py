"""Control: a second pair of eyes of the bank on file and appraisal."""

from django.db import models

from dongvon.domain.lending.models.appraisal import Appraisal
from dongvon.domain.lending.models.evaluation import Evaluation
from dongvon.domain.lending.models.road_act import RoadAct


class Control(RoadAct):
    """By whoever heads planning and credit; agrees with the appraisal it names."""

    appraisal = models.OneToOneField(Appraisal, on_delete=models.PROTECT, related_name="+")
    opinion = models.CharField(max_length=1000, blank=True)
    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="+")
