"""Words about groups that other packages may use."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
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
class Declared:
    """What candidates for a board say of themselves: kin of each other, on the committee, leading elsewhere."""

    related: bool = False
    on_standing_committee: bool = False
    leads_elsewhere: bool = False


class Criterion(StrEnum):
    """What a group's month is judged by, each in percent."""

    TRANSACTION = "transaction"  # giao dịch tại xã
    DUE_DEBT = "due_debt"  # thu nợ đến hạn
    INTEREST = "interest"  # thu lãi
    SAVERS = "savers"  # tổ viên tham gia gửi tiền
    SAVINGS_GROWTH = "savings_growth"  # tăng trưởng tiền gửi
    OVERDUE = "overdue"  # tỷ lệ nợ quá hạn


class Matter(StrEnum):
    """What an inspection of a group looks at (16/TD)."""

    FOUNDING = "founding"  # thành lập tổ
    BOARD = "board"  # ban quản lý tổ
    APPRAISAL = "appraisal"  # bình xét cho vay
    COLLECTING = "collecting"  # thu lãi, thu tiền gửi
    FORBIDDEN = "forbidden"  # những việc không được làm
    RECORDS = "records"  # lưu hồ sơ
    URGING = "urging"  # đôn đốc, báo cáo rủi ro


class Payment(StrEnum):
    """What is paid for collecting interest, and for looking after loans for social housing."""

    COMMISSION = "commission"  # hoa hồng của ban quản lý tổ
    ENTRUSTMENT = "entrustment"  # phí ủy thác của hội, đoàn thể
    HOME_COMMISSION = "home_board"  # hoa hồng trên dư nợ nhà ở xã hội
    HOME_FEE = "home_fee"  # phí ủy thác cấp xã trên dư nợ nhà ở xã hội


#: Without these nobody is paid; the others are paid where there is a rule.
ALWAYS_PAID = frozenset({Payment.COMMISSION, Payment.ENTRUSTMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMonth:
    """What lending knows of a group's month: each criterion in percent (None where there is no figure), and money.

    `base` is the balance whose interest was collected, interest ÷ monthly rate loan by loan, exact; loans for social
    housing are not in it, their average balance in term is `homes`.
    """

    group: UUID
    percents: dict[str, Decimal | None]
    interest: int
    base: Decimal
    overdue: int
    outstanding: int
    homes: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDraft:
    """From when a rule of grading or payment holds, on which document, and whether its text was read."""

    from_on: date
    basis: str
    confirmed: bool
    since_stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDraft(AssessmentDraft):
    """The most points of a criterion and its bands: from this percentage on, so many points."""

    criterion: Criterion
    most: int
    bands: tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeDraft(AssessmentDraft):
    """From this score on, this grade."""

    grade: Grade
    from_score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDraft(AssessmentDraft):
    """Percent a month; the part paid from an overdue ratio on; the split among levels, both in percent."""

    payment: Payment
    monthly_percent: Decimal
    bands: tuple[tuple[Decimal, Decimal], ...] = ()
    split: tuple[tuple[str, Decimal], ...] = ()


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
    """A group to be founded: its hamlet, its organisation, its board, its first members (the board among them).

    `acceptance` is the commune's written consent (Nghị định 06/2026/NĐ-CP article 45.2), by number and date.
    """

    id: UUID
    code: str
    organisation: Organisation
    place: str
    hamlet: str
    point: UUID
    leader: UUID
    deputy: UUID
    members: tuple[UUID, ...]
    acceptance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """What lending knows of a group on the day of an inspection, in đồng."""

    outstanding: int
    overdue: int
    interest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """One matter as it was found."""

    matter: Matter
    in_order: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """What the board will mend, by when."""

    text: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionDraft:
    """A visit to a group: who went, what was found matter by matter, what was promised."""

    inspected_on: date
    team: str
    lines: tuple[LineDraft, ...]
    merits: str = ""
    faults: str = ""
    promises: tuple[PromiseDraft, ...] = ()
