"""How a value looks to a Vietnamese reader: 24/11/2026, 1.234.567,89, an en dash for nothing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dongvon.kernel.text import format_number

NOTHING = "–"
NUMBERS = (int, float, Decimal)
WEEKDAYS = (
    _("Thứ Hai"),
    _("Thứ Ba"),
    _("Thứ Tư"),
    _("Thứ Năm"),
    _("Thứ Sáu"),
    _("Thứ Bảy"),
    _("Chủ nhật"),
)


def shown(value: Any) -> Any:
    """Dates, moments and numbers in Vietnamese form, nothing as a dash; words and components as they are."""
    if isinstance(value, str):
        return value or NOTHING
    if value is None:
        return NOTHING
    if isinstance(value, NUMBERS) and not isinstance(value, bool):
        return number_shown(value)
    if isinstance(value, datetime):
        return moment_shown(value)
    return date_shown(value) if isinstance(value, date) else value


def date_shown(value: date | datetime | None) -> str:
    """`24/11/2026`, of a moment its day in Vietnam."""
    if value is None:
        return NOTHING
    day = timezone.localtime(value) if isinstance(value, datetime) else value
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def day_in_words(value: date) -> str:
    """`Thứ Ba, 24/11/2026`."""
    return f"{WEEKDAYS[value.weekday()]}, {date_shown(value)}"


def moment_shown(value: datetime | None) -> str:
    """`24/11/2026 07:05`, on the clocks of Vietnam."""
    return NOTHING if value is None else f"{timezone.localtime(value):%d/%m/%Y %H:%M}"


def number_shown(value: float | Decimal | None) -> str:
    """`1.234.567,89`: grouped by threes, a comma before the decimals, in every language of the pages."""
    if value is None:
        return NOTHING
    if isinstance(value, int):
        return format_number(value)
    whole, _, part = format_number(Decimal(f"{value:f}")).partition(",")
    part = part.rstrip("0")
    return f"{whole},{part}" if part else whole


def money_shown(value: int | None) -> str:
    """Whole đồng: `1.234.567 đ`, with a space that does not break."""
    return NOTHING if value is None else f"{number_shown(value)}\u00a0đ"
