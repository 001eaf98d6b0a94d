"""The nouns of groups and of the table at which they meet the bank."""

from dongvon.domain.groups.models.assessment import Assessment, Entitlement
from dongvon.domain.groups.models.assessment_rule import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.groups.models.election import Election
from dongvon.domain.groups.models.group import Group, GroupMember
from dongvon.domain.groups.models.inspection import Inspection, InspectionLine, Promise
from dongvon.domain.groups.models.mandate import Mandate, MandateSuspension
from dongvon.domain.groups.models.meeting import Attendance, Meeting, Motion
from dongvon.domain.groups.models.meeting_call import MeetingCall
from dongvon.domain.groups.models.point import Point, PointDay, SessionMove
from dongvon.domain.groups.models.size_rule import SizeRule

__all__ = [
    "Assessment",
    "Attendance",
    "CriterionRule",
    "Election",
    "Entitlement",
    "GradeRule",
    "Group",
    "GroupMember",
    "Inspection",
    "InspectionLine",
    "Mandate",
    "MandateSuspension",
    "Meeting",
    "MeetingCall",
    "Motion",
    "PaymentRule",
    "Point",
    "PointDay",
    "Promise",
    "SessionMove",
    "SizeRule",
]
