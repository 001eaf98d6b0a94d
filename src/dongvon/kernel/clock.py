"""The only place that asks the time."""

from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The date that calendars in Vietnam show at this moment."""
    return now().astimezone(VIETNAM).date()
