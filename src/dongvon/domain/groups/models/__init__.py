"""The nouns of groups and of the table at which they meet the bank."""

from dongvon.domain.groups.models.group import Group, GroupMember
from dongvon.domain.groups.models.meeting import Attendance, Meeting, Motion
from dongvon.domain.groups.models.point import Point, PointDay, SessionMove
from dongvon.domain.groups.models.size_rule import SizeRule

__all__ = [
    "Attendance",
    "Group",
    "GroupMember",
    "Meeting",
    "Motion",
    "Point",
    "PointDay",
    "SessionMove",
    "SizeRule",
]
