"""Whether a timing given by a person can be followed."""

from datetime import date

from dongvon.domain.workplan.vocabulary import ClauseTiming, TimingKind
from dongvon.kernel.refusals import Refusal

#: What each kind of timing must name.
NEEDS = {
    TimingKind.BEFORE_DAY_EACH_YEAR: ("day", "month"),
    TimingKind.BY_DATE: ("day", "month", "year"),
    TimingKind.BY_YEAR: ("year",),
    TimingKind.QUARTER: ("quarter", "year"),
    TimingKind.RANGE: ("from_year", "to_year"),
}
NUMBERS = ("day", "month", "quarter", "year", "from_year", "to_year")
_LEAP_YEAR = 2028


class UnclearTiming(Refusal):
    """The kind of timing and the numbers given do not go together."""

    text = "Thời gian thực hiện chưa rõ: kiểu đã chọn cần đúng và đủ ngày, tháng, quý hoặc năm tương ứng."
    field = "timing_kind"


def check_timing(timing: ClauseTiming) -> None:
    """Refuses UnclearTiming unless exactly the numbers its kind needs are given and make a day."""
    given = {name for name in NUMBERS if getattr(timing, name) is not None}
    needed = set(NEEDS.get(TimingKind(timing.kind), ()))
    if given != needed or not _is_possible(timing):
        raise UnclearTiming


def _is_possible(timing: ClauseTiming) -> bool:
    if timing.from_year and timing.to_year and timing.to_year < timing.from_year:
        return False
    if timing.quarter is not None and not 1 <= timing.quarter <= 4:
        return False
    try:
        date(_given(timing.year, _LEAP_YEAR), _given(timing.month, 1), _given(timing.day, 1))
    except ValueError:
        return False
    return True


def _given(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number
