"""Words of lending that floors above use: states of a debt, how money comes and goes, what a payment meets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.programmes.vocabulary import Confidence


class InterestStore(StrEnum):
    """Where unpaid interest is kept apart."""

    IN_TERM = "in_term"  # lãi tồn trong hạn
    OVERDUE = "overdue"  # lãi tồn quá hạn
    GRACE = "grace"  # lãi tồn ân hạn của học sinh, sinh viên


class Means(StrEnum):
    """How money changes hands."""

    CASH = "cash"  # tiền mặt tại quỹ
    SESSION = "session"  # tiền mặt tại phiên giao dịch xã, đang chuyển về quỹ
    ACCOUNT = "account"  # chuyển khoản


class Cause(StrEnum):
    """Why principal moved."""

    DISBURSEMENT = "disbursement"
    RECEIPT = "receipt"
    REVERSAL = "reversal"
    OVERDUE = "overdue"
    FREEZE = "freeze"
    FREEZE_END = "freeze_end"
    SUSPENSION = "suspension"
    ROLLOVER = "rollover"
    WRITE_OFF = "write_off"
    TAKEOVER = "takeover"


class Prepaid(StrEnum):
    """Which instalments a payment ahead of time meets."""

    NEXT = "next"  # các kỳ gần nhất trước
    LAST = "last"  # các kỳ cuối trước


class PetitionKind(StrEnum):
    """What may be asked about a loan; each is granted by the verb of the same name."""

    EXTEND = "extend"  # gia hạn nợ (mẫu 09/TD)
    RESCHEDULE = "reschedule"  # điều chỉnh kỳ hạn trả nợ (mẫu 08/TD)
    ROLL_OVER = "roll_over"  # cho vay lưu vụ
    FREEZE = "freeze"  # khoanh nợ, khoanh nợ bổ sung (mẫu 01/XLN)
    END_FREEZE = "end_freeze"  # thôi khoanh nợ trước hạn
    WRITE_OFF = "write_off"  # xóa nợ (mẫu 01/XLN)
    REDUCE_INTEREST = "reduce_interest"  # giảm, miễn lãi theo quyết định
    SUSPEND = "suspend"  # tạm hoãn trả nợ khi tại ngũ


class NoticeKind(StrEnum):
    """What a notice tells the borrower."""

    DUE = "due"  # nợ đến hạn kỳ tới
    OVERDUE = "overdue"  # chuyển nợ quá hạn (mẫu 14/TD)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLoan:
    """A loan as it was approved. `dues` are the contract's days, the last of them final; đồng.

    `session_day` is None for a loan paid at the office; `grace_until` is the first day after a student's grace.
    """

    contract_number: str
    series: int
    unit: UUID
    place: str
    organisation: Organisation
    group: UUID | None
    borrower: UUID
    signed_on: date
    session_day: int | None
    term_months: int
    approved: int
    dues: tuple[date, ...]
    grace_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money on one loan; `receipt` is minted by whoever receives it, `value_on` the day from which it counts."""

    receipt: UUID
    loan: UUID
    amount: int
    value_on: date
    means: Means = Means.SESSION


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCause:
    """Why a debt is frozen: the bank's code, the damage in percent of the plan's capital where it is asked, words."""

    code: str
    damage_percent: Decimal | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a payment met, in đồng."""

    receipt: UUID
    amount: int
    overdue_principal: int
    due_principal: int
    further_principal: int
    frozen_principal: int
    overdue_interest: int
    interest_arrears: int
    current_interest: int
    grace_interest: int

    @property
    def principal(self) -> int:
        """All principal."""
        return self.overdue_principal + self.due_principal + self.further_principal + self.frozen_principal

    @property
    def interest(self) -> int:
        """All interest."""
        return self.overdue_interest + self.interest_arrears + self.current_interest + self.grace_interest


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBasis:
    """From when a rule holds (and whether a source states that day), on which document, and how sure that is."""

    from_on: date
    basis: UUID
    confidence: Confidence
    since_stated: bool = True


class LaterCheck(StrEnum):
    """What is looked after once the money is out."""

    USE = "use"  # kiểm tra sử dụng vốn vay (06/TD)
    BALANCES = "balances"  # đối chiếu số dư (15/TD)


class CloseStepName(StrEnum):
    """The steps of a day's closing, in the order in which they are taken."""

    SESSIONS = "sessions"  # dời kỳ hạn theo lệnh chuyển phiên
    FREEZES = "freezes"  # hết thời gian khoanh
    GRACES = "graces"  # hết thời gian ân hạn
    OVERDUE = "overdue"  # chuyển nợ quá hạn
    NOTICES = "notices"  # lập danh sách nợ đến hạn kỳ tới
    SNAPSHOT = "snapshot"  # chốt số liệu
    INTEREST = "interest"  # lãi phải thu ngoại bảng


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSums:
    """What a step of a closing touched: rows, and a control sum in đồng."""

    name: str
    rows: int
    amount: int
    seconds: float


class Stage(StrEnum):
    """How far an application has come on the road to money: the last step that was taken."""

    REQUESTED = "requested"  # đã nhận giấy đề nghị 01/TD
    SCREENED = "screened"  # tổ đã bình xét, đã lập 03/TD
    CONFIRMED = "confirmed"  # UBND cấp xã đã xác nhận
    RECEIVED = "received"  # ngân hàng đã nhận đủ hồ sơ
    APPRAISED = "appraised"  # cán bộ tín dụng đã thẩm định
    CONTROLLED = "controlled"  # đã kiểm soát
    APPROVED = "approved"  # giám đốc đã phê duyệt
    NOTIFIED = "notified"  # đã thông báo 04/TD
    CONTRACTED = "contracted"  # đã ký, chờ giải ngân
    LENT = "lent"  # đã nhận tiền
    RETURNED = "returned"  # trả lại để bổ sung, chưa phải từ chối
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What an application waits for, under the name of the verb that does it."""

    SCREEN = "screen"  # bình xét tại tổ
    CONFIRM = "confirm"  # UBND cấp xã xác nhận
    TAKE_IN = "take_in"  # tổ nộp, ngân hàng nhận hồ sơ
    APPRAISE = "appraise"
    CONTROL = "control"
    APPROVE = "approve"
    NOTIFY = "notify"
    SIGN = "sign"
    HAND_OUT = "hand_out"
    COMPLETE = "complete"  # bổ sung hồ sơ bị trả lại


class Check(StrEnum):
    """What a condition of a programme asks of a household, its debts or its request."""

    LISTED = "listed"  # có tên trong một danh sách
    NOT_LISTED = "not_listed"
    GROUP_MEMBER = "group_member"
    RESIDENT = "resident"
    AGE = "age"
    AREA = "area"  # nông thôn, vùng khó khăn
    NOT_OVERDUE = "not_overdue"
    BARRED = "barred"  # còn nợ chương trình loại trừ
    ONCE = "once"  # mỗi hộ chỉ được vay một lần
    CEILING = "ceiling"
    LONGEST = "longest"
    PAPER = "paper"
    INCOME = "income"
    OWN_SHARE = "own_share"  # tỷ lệ vốn tự có
    COLLATERAL = "collateral"  # tài sản bảo đảm khi vay trên một mức
    WITHIN = "within"  # thời hạn vay trong thời hạn hợp đồng
    WORKERS = "workers"  # tỷ lệ lao động thuộc diện chương trình nhắm tới
    COURSE = "course"
    SELECTED = "selected"  # được ưu tiên hoặc trúng bốc thăm


class Outcome(StrEnum):
    """How one condition stands."""

    MET = "met"
    FAILED = "failed"
    MISSING = "missing"  # not yet known or not yet shown
    DOUBTFUL = "doubtful"  # not met, but the rule itself is unconfirmed: an officer decides


class Verdict(StrEnum):
    """How all conditions of a programme stand together."""

    ELIGIBLE = "eligible"
    DOUBTFUL = "doubtful"  # nothing certain speaks against it; an officer confirms what rests on unconfirmed rules
    INCOMPLETE = "incomplete"  # nothing speaks against it, something has yet to be shown
    INELIGIBLE = "ineligible"
