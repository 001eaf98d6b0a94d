"""Words of lending that floors above use: states of a debt, how money comes and goes, what a payment meets."""

from enum import StrEnum


class DebtState(StrEnum):
    """Where principal stands."""

    IN_TERM = "in_term"  # trong hạn
    OVERDUE = "overdue"  # quá hạn
    FROZEN = "frozen"  # khoanh


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


class Prepaid(StrEnum):
    """Which instalments a payment ahead of time meets."""

    NEXT = "next"  # các kỳ gần nhất trước
    LAST = "last"  # các kỳ cuối trước


class NoticeKind(StrEnum):
    """What a notice tells the borrower."""

    DUE = "due"  # nợ đến hạn kỳ tới
    OVERDUE = "overdue"  # chuyển nợ quá hạn (mẫu 14/TD)
