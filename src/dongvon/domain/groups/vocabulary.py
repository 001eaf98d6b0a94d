"""Words about groups that other packages may use."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from uuid import UUID


class Grade(StrEnum):
    """The class of a savings and credit group: Yếu, Trung bình, Khá, Tốt."""

    WEAK = "weak"
    AVERAGE = "average"
    FAIR = "fair"
    GOOD = "good"


class Organisation(StrEnum):
    """Who manages a group or a loan, by the bank's codes."""

    FARMERS = "11"  # Hội Nông dân
    WOMEN = "12"  # Hội Liên hiệp Phụ nữ
    VETERANS = "13"  # Hội Cựu chiến binh
    YOUTH = "14"  # Đoàn Thanh niên
    DIRECT = "99"  # cho vay trực tiếp, không qua hội


class MeetingKind(StrEnum):
    """Why a group meets."""

    FOUNDING = "founding"  # họp thành lập tổ
    BOARD_CHANGE = "board_change"  # họp bầu, thay đổi ban quản lý tổ
    ADMISSION = "admission"  # họp kết nạp, cho ra khỏi tổ
    APPRAISAL = "appraisal"  # họp bình xét cho vay
    ORDINARY = "ordinary"  # họp thường kỳ


#: Meetings that the commune's organisation must attend, and those that the hamlet's head must witness.
ATTENDED = (MeetingKind.FOUNDING.value, MeetingKind.BOARD_CHANGE.value, MeetingKind.APPRAISAL.value)
WITNESSED = (MeetingKind.APPRAISAL.value,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDraft:
    """A transaction point to be opened, with its fixed day of the month and its hours ("08:30")."""

    id: UUID
    number: int
    name: str
    place: str
    unit: UUID
    fixed_day: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """A group to be founded: its hamlet, its organisation, its board, its first members (the board among them)."""

    id: UUID
    code: str
    organisation: Organisation
    place: str
    hamlet: str
    point: UUID
    leader: UUID
    deputy: UUID
    members: tuple[UUID, ...]
