"""Scheduled work of lending: the closing of days, and the grading of groups by what their loans did."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.assess import assess
from dongvon.domain.groups.queries.assessments import assessed_places
from dongvon.domain.lending.operations.end_close import end_close
from dongvon.domain.lending.operations.start_close import start_close
from dongvon.domain.lending.operations.take_step import take_step
from dongvon.domain.lending.queries.closing import days_to_close, has_loans
from dongvon.domain.lending.queries.group_months import group_months
from dongvon.domain.lending.vocabulary import CloseStepName, StepSums
from dongvon.kernel import clock, ids
from dongvon.kernel.calendar import add_months

Told = Callable[[date, StepSums | None], None]


def close_yesterday() -> None:
    """Close every day up to yesterday that is still open; before the first loan there is no day to close."""
    if has_loans():
        close_days(until=clock.today() - timedelta(days=1))


def close_days(*, until: date, told: Told | None = None) -> int:
    """Close the days through `until`, missed ones first; gives how many.

    Each step is one transaction: after a crash the next call goes on with the first step that is not done.
    `told` hears of every step, and of None when a day is closed.
    """
    days = days_to_close(until=until)
    for day in days:
        with transaction.atomic():
            start_close(key=ids.new_id(), by=SYSTEM, at=clock.now(), on=day)
        for step in CloseStepName:
            with transaction.atomic():
                sums = take_step(key=ids.new_id(), by=SYSTEM, at=clock.now(), on=day, step=step)
            if told is not None:
                told(day, sums)
        with transaction.atomic():
            end_close(key=ids.new_id(), by=SYSTEM, at=clock.now(), on=day)
        if told is not None:
            told(day, None)
    return len(days)


def assess_last_month() -> None:
    """Grade the groups for the month that ended, once its days are closed."""
    month = add_months(clock.today().replace(day=1), -1)
    last = add_months(month, 1) - timedelta(days=1)
    if has_loans() and not days_to_close(until=last):
        assess_groups(month)


def assess_groups(month: date) -> int:
    """Assess every commune that is not yet assessed for the month; gives how many groups."""
    done = assessed_places(month)
    waiting = [(place, figures) for place, figures in group_months(month) if place not in done]
    for place, figures in waiting:
        with transaction.atomic():
            assess(key=ids.new_id(), by=SYSTEM, at=clock.now(), month=month, place=place, figures=figures)
    return sum(len(figures) for _, figures in waiting)
