"""Approval: the director lends, up to an amount, for a term."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.evaluation import Evaluation
from dongvon.domain.lending.models.road_act import RoadAct


class Approval(RoadAct):
    """Once for each application; the amount is set aside from the fund at the same moment."""

    amount = models.BigIntegerField()
    term_months = models.PositiveSmallIntegerField()
    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="+")

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["application"], name="lending_approval_once"),
            models.CheckConstraint(condition=Q(amount__gt=0, term_months__gt=0), name="lending_approval_is_positive"),
        )
