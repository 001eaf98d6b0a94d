"""Intake: the bank has the full file in hand, and its clock begins."""

from dongvon.domain.lending.models.road_act import RoadAct


class Intake(RoadAct):
    """Taken again after a correction: the time to answer counts from a full valid file."""
