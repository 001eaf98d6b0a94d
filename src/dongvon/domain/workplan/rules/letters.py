"""The words of a reminder letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

SUBJECT = "Đồng Vốn: {count} việc cần báo cáo, ngày {on}"
_GREETING = "Kính gửi {full_name},"
_OPENING = "Hệ thống theo dõi kế hoạch tín dụng chính sách xã hội xin nhắc:"
_CLOSING = "Mở chương trình để xem và nộp báo cáo: {address}"
_AHEAD = "còn {days} ngày"
_TODAY = "hạn là hôm nay"
_PASSED = "đã quá hạn {days} ngày"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one unit still owes in one round."""

    unit: str
    round: str
    due_on: date
    clauses: int


def subject_of(lines: Sequence[Line], *, on: date) -> str:
    """The subject of a day's letter."""
    return SUBJECT.format(count=len(lines), on=f"{on:%d/%m/%Y}")


def letter(full_name: str, *, lines: Sequence[Line], on: date, address: str) -> str:
    """One letter with everything that is due, the most urgent first."""
    urgent_first = sorted(lines, key=lambda line: (line.due_on, line.unit))
    body = [_line(line, on=on) for line in urgent_first]
    parts = [_GREETING.format(full_name=full_name), _OPENING, "\n".join(body), _CLOSING.format(address=address)]
    return "\n\n".join(parts) + "\n"


def _line(line: Line, *, on: date) -> str:
    when = _when((line.due_on - on).days)
    return f"- {line.round} – {line.unit}: {line.clauses} nội dung, hạn {line.due_on:%d/%m/%Y} ({when})"


def _when(days: int) -> str:
    if days == 0:
        return _TODAY
    return _AHEAD.format(days=days) if days > 0 else _PASSED.format(days=-days)
