"""Confirmation: the commune vouches for one line of a list against its certified lists."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.evaluation import Evaluation
from dongvon.domain.lending.models.road_act import RoadAct


class Confirmation(RoadAct):
    """`forms` are the papers signed ("03/TD", "01/TD"), as the programme asks on that day."""

    forms = ArrayField(models.CharField(max_length=20))
    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="+")

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(condition=Q(forms__len__gt=0), name="lending_confirmation_signs_something"),
        )
