"""Withdrawal: the household no longer wants the loan."""

from django.db import models

from dongvon.domain.lending.models.road_act import RoadAct


class Withdrawal(RoadAct):
    """Possible until the contract is signed."""

    reason = models.CharField(max_length=500, blank=True)

    class Meta(RoadAct.Meta):
        abstract = False
        constraints = (models.UniqueConstraint(fields=["application"], name="lending_withdrawal_once"),)
