"""The reminder ladder: which step is reached on a day, and whether a letter may leave at an hour."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dongvon.kernel.clock import VIETNAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`days` from the last day in time: negative before it, positive after."""

    days: int
    audience: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Letters leave from one hour until another, on these days of the week (1 is Monday)."""

    letters_from: time
    letters_until: time
    weekdays: Collection[int]


def last_day(due_at: datetime) -> date:
    """The last calendar day in Vietnam on which the report is in time: 14/12 for 14/12 24:00."""
    return (due_at - timedelta(microseconds=1)).astimezone(VIETNAM).date()


def step_reached(due_at: datetime, *, on: date, ladder: Sequence[Step], audience: str) -> int | None:
    """The latest step of the ladder for this audience that the day has reached, or None before the first.

    Only the latest counts: after an outage nobody gets the missed steps as a heap.
    """
    passed = (on - last_day(due_at)).days
    reached = [step.days for step in ladder if step.audience == audience and step.days <= passed]
    return max(reached, default=None)


def may_leave(at: datetime, *, hours: Hours | None) -> bool:
    """Whether a letter may leave at this moment; without a row for the day there are no quiet hours."""
    if hours is None:
        return True
    local = at.astimezone(VIETNAM)
    return local.isoweekday() in hours.weekdays and hours.letters_from <= local.time() < hours.letters_until
