"""Which years the story tells, and when things happened in them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dongvon.kernel.clock import VIETNAM

#: From the middle of October a year's reports begin to come in.
REPORTS_BEGIN = (10, 15)


@dataclass(frozen=True, kw_only=True)
class Years:
    """The last year whose reports have begun to come in, and the one before it."""

    now: datetime
    last: int

    @property
    def before(self) -> int:
        """The year that is complete."""
        return self.last - 1

    def has_come(self, moment: datetime) -> bool:
        """Whether the moment lies behind us: nothing is told before it happens."""
        return moment <= self.now


def years_at(now: datetime) -> Years:
    """The two years to tell at a moment."""
    today = now.astimezone(VIETNAM).date()
    begun = today >= date(today.year, *REPORTS_BEGIN)
    return Years(now=now, last=today.year if begun else today.year - 1)


def office_hour(on: date, *, share: float) -> datetime:
    """A minute between 07:30 and 17:00 of a day; a Saturday or Sunday becomes the Monday after."""
    on += timedelta(days=(7 - on.weekday()) % 7 if on.weekday() > 4 else 0)
    return datetime.combine(on, time(7, 30), tzinfo=VIETNAM) + timedelta(minutes=int(share * 570))
