"""Whether a crop loan may go on for another crop.

Source: leaflets and the entrustment exam bank: short-term crop loans only, at the rate of the day, none for newly
escaped households (a condition of the programme, in the catalogue). Interest is paid up first because the loan ends
with it, and a loan that is closed owes nothing.
"""

from dongvon.kernel.refusals import Refusal

SHORT_TERM = 12


class NotACropLoan(Refusal):
    """The programme has no rollover, or the loan is not short-term."""

    text = "Chỉ cho vay lưu vụ đối với khoản vay ngắn hạn của chương trình được lưu vụ."


class TooManyMonths(Refusal):
    """Another crop is short-term as well."""

    text = "Thời hạn lưu vụ phải từ 1 đến {most} tháng."
    field = "months"


class InterestFirst(Refusal):
    """Interest is paid up before."""

    text = "Phải trả hết lãi còn nợ {owed:,} đồng trước khi cho vay lưu vụ."


class PastRollover(Refusal):
    """A debt that is overdue is no crop loan any more."""

    text = "Khoản vay đã quá hạn; không cho vay lưu vụ được."


def require_rollover(*, allowed: bool, term_months: int, months: int, owed: int, late: bool) -> None:
    """Refuse NotACropLoan, TooManyMonths, InterestFirst, PastRollover."""
    if not allowed or term_months > SHORT_TERM:
        raise NotACropLoan
    if not 1 <= months <= SHORT_TERM:
        raise TooManyMonths(most=SHORT_TERM)
    if owed:
        raise InterestFirst(owed=owed)
    if late:
        raise PastRollover
