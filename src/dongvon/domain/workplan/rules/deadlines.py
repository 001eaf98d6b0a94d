"""How a named day becomes the four moments of a round, and when something is late."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dongvon.kernel.calendar import end_before, end_of, start_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a deadline rule says; days are calendar days counted from the named day."""

    named_day_counts: bool
    opens_days_before: int
    grace_days: int
    locks_days_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """When one may begin, when it is due, until when it is not yet late, and when it is closed for good."""

    opens_at: datetime
    due_at: datetime
    grace_until: datetime
    locks_at: datetime


def moments(named_on: date, *, before: bool, terms: Terms) -> Moments:
    """The moments of a deadline: "before 15/12" ends on 14/12 at 24:00 in Vietnam.

    `before` is what the plan says; a rule whose named day counts overrides it in the unit's favour.
    """
    due_at = end_before(named_on) if before and not terms.named_day_counts else end_of(named_on)
    return Moments(
        opens_at=start_of(named_on - timedelta(days=terms.opens_days_before)),
        due_at=due_at,
        grace_until=due_at + timedelta(days=terms.grace_days),
        locks_at=due_at + timedelta(days=terms.locks_days_after),
    )


def extended(due_on: date, *, terms: Terms) -> Moments:
    """The moments after an extension: the new day counts in."""
    return moments(
        due_on,
        before=False,
        terms=Terms(
            named_day_counts=True,
            opens_days_before=terms.opens_days_before,
            grace_days=terms.grace_days,
            locks_days_after=terms.locks_days_after,
        ),
    )


def is_late(*, grace_until: datetime, met_at: datetime | None, at: datetime, waived: bool) -> bool:
    """Late from the moment grace has passed without the report; meeting exactly at its end is in time."""
    return not waived and (met_at or at) > grace_until
