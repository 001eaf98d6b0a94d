"""Words about plans, the work they give, and the reports they ask for."""

from enum import StrEnum


class PlanState(StrEnum):
    """Where a plan stands: read and under review, in force, or replaced by a later one."""

    DRAFT = "draft"
    ACTIVE = "active"
    SUPERSEDED = "superseded"


class AssignmentRole(StrEnum):
    """What a clause asks of a unit."""

    IMPLEMENT = "implement"  # thực hiện
    LEAD = "lead"  # chủ trì
    COORDINATE = "coordinate"  # phối hợp


class TimingKind(StrEnum):
    """When a clause is to be done, as the plan says; never more than it says."""

    EVERGREEN = "evergreen"  # thường xuyên (also "thường xuyên, hằng năm")
    YEARLY = "yearly"  # hằng năm
    BEFORE_DAY = "before_day"  # trước một ngày hằng năm
    QUARTERLY = "quarterly"  # hằng quý
    RANGE = "range"  # từ … đến …
    BY_YEAR = "by_year"  # đến năm …
    ROUNDS = "rounds"  # nhiều đợt
    UNDETERMINED = "undetermined"  # không nêu


class TargetKind(StrEnum):
    """How a target's number binds."""

    AT_LEAST = "at_least"
    ABOUT = "about"
    EXACTLY = "exactly"


class RoundKind(StrEnum):
    """What a round of reporting is for."""

    ANNUAL = "annual"  # báo cáo năm
    QUARTERLY = "quarterly"  # báo cáo quý
    DEADLINE = "deadline"  # hạn riêng của một nhiệm vụ
    MIDTERM = "midterm"  # sơ kết
    FINAL = "final"  # tổng kết


class ReliefState(StrEnum):
    """Where a request to waive or extend stands."""

    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"


class LadderAudience(StrEnum):
    """Whom a step of the reminder ladder addresses."""

    REPORTER = "reporter"  # cán bộ đầu mối
    HEAD = "head"  # thủ trưởng đơn vị
    BRANCH = "branch"  # chi nhánh, để làm việc trực tiếp


class ReportState(StrEnum):
    """Where a report stands between its unit and the branch."""

    DRAFT = "draft"  # đang soạn
    SUBMITTED = "submitted"  # đã nộp, chờ chi nhánh
    RETURNED = "returned"  # chi nhánh trả lại
    ACCEPTED = "accepted"  # chi nhánh đã chấp nhận


class EntryStatus(StrEnum):
    """How far a unit has come with a clause."""

    NOT_STARTED = "not_started"  # chưa thực hiện
    IN_PROGRESS = "in_progress"  # đang thực hiện
    DONE = "done"  # đã hoàn thành
    NOT_APPLICABLE = "not_applicable"  # không phát sinh


class SlotKind(StrEnum):
    """What sort of number a slot takes."""

    COUNT = "count"  # whole, not negative
    MONEY = "money"  # whole đồng after multiplication
    PERCENT = "percent"
    DECIMAL = "decimal"


class Aggregate(StrEnum):
    """How figures of several units or rounds make one."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"
    NONE = "none"


class ConcernKind(StrEnum):
    """What a unit tells the branch besides its results."""

    DIFFICULTY = "difficulty"  # khó khăn, vướng mắc
    PROPOSAL = "proposal"  # đề xuất, kiến nghị
