"""Words about plans, the work they give, and the reports they ask for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


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

    CONTINUOUS = "continuous"  # thường xuyên
    CONTINUOUS_YEARLY = "continuous_yearly"  # thường xuyên, hằng năm
    YEARLY = "yearly"  # hằng năm
    HALF_YEARLY = "half_yearly"  # sáu tháng một lần
    QUARTERLY = "quarterly"  # hằng quý
    MONTHLY = "monthly"  # hằng tháng
    BEFORE_DAY_EACH_YEAR = "before_day_each_year"  # trước một ngày hằng năm
    RANGE = "range"  # từ … đến …
    BY_YEAR = "by_year"  # đến năm …
    BY_DATE = "by_date"  # một ngày của một năm
    QUARTER = "quarter"  # một quý của một năm
    ROUNDS = "rounds"  # nhiều đợt
    UNDETERMINED = "undetermined"  # không nêu


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTiming:
    """A clause's timing as numbers; `before` where the named day itself is too late."""

    kind: str
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    from_year: int | None = None
    to_year: int | None = None
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCorrection:
    """What a reviewer makes of a clause: all of it, changed or not."""

    text: str
    product: str
    timing_text: str
    timing: ClauseTiming


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOwnTask:
    """A line of a unit's own plan, under one of its clauses."""

    clause: UUID
    text: str
    due_on: date | None = None


class TargetKind(StrEnum):
    """How a target's number binds."""

    AT_LEAST = "at_least"
    ABOUT = "about"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class RoundKind(StrEnum):
    """What a round of reporting is for."""

    ANNUAL = "annual"  # báo cáo năm
    HALF_YEARLY = "half_yearly"  # báo cáo sáu tháng
    QUARTERLY = "quarterly"  # báo cáo quý
    MONTHLY = "monthly"  # báo cáo tháng
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A figure to be written: a stored value, or the reason why there is none, or neither (emptied)."""

    slot: UUID
    value: Decimal | None = None
    no_data_reason: str = ""

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.no_data_reason


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


class ComputationKind(StrEnum):
    """What a number of a consolidation counts."""

    PUNCTUALITY = "punctuality"  # tình hình gửi báo cáo
    STATUS = "status"  # mức độ thực hiện nhiệm vụ
    FIGURE = "figure"  # số liệu năm báo cáo
    YEAR_BEFORE = "year_before"  # số liệu cùng kỳ năm trước
    CONCERN = "concern"  # khó khăn, đề xuất


class Punctuality(StrEnum):
    """How a unit stands towards the due moment of a round."""

    ON_TIME = "on_time"  # đúng hạn
    LATE = "late"  # quá hạn
    MISSING = "missing"  # chưa gửi
    PENDING = "pending"  # chưa đến hạn
    WAIVED = "waived"  # được miễn


class Criterion(StrEnum):
    """What the scoring formula looks at."""

    TIMELINESS = "timeliness"  # đúng hạn
    COMPLETENESS = "completeness"  # đầy đủ
    RESULTS = "results"  # kết quả
    QUALITY = "quality"  # chất lượng số liệu


class CommendationForm(StrEnum):
    """What is awarded."""

    CITY_CERTIFICATE = "city_certificate"  # bằng khen của Chủ tịch UBND thành phố
    BRANCH_CERTIFICATE = "branch_certificate"  # giấy khen của Giám đốc chi nhánh
    BOARD_CERTIFICATE = "board_certificate"  # giấy khen của Trưởng Ban đại diện


class Choice(StrEnum):
    """What a vote says."""

    FOR = "for"  # đồng ý
    AGAINST = "against"  # không đồng ý
    ABSTAIN = "abstain"  # ý kiến khác


class OutlookSlot(StrEnum):
    """Codes of the slots from which the gap between the two capital targets is shown."""

    CAPITAL = "tong-nguon-von"
    LOCAL_CAPITAL = "nguon-von-dia-phuong"
    LOCAL_SHARE = "ty-trong-von-dia-phuong"
    OUTSTANDING = "tong-du-no"
    LOCAL_OUTSTANDING = "du-no-von-dia-phuong"
    GROWTH = "tang-truong-du-no"
    LOCAL_GROWTH = "ty-trong-tang-truong-dia-phuong"
