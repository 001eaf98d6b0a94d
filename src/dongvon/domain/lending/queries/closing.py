"""Which days are closed, which is open, and how closings went."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dongvon.domain.lending.models import CloseRun, Loan
from dongvon.domain.lending.vocabulary import StepSums


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRow:
    """One day's closing with the steps done so far."""

    day: date
    started_at: datetime
    finished_at: datetime | None
    steps: tuple[StepSums, ...]


def has_loans() -> bool:
    """Whether there is anything to close a day of."""
    return Loan.objects.exists()


def open_day() -> date | None:
    """The business date that is open; None as long as no day was ever closed."""
    last = CloseRun.objects.order_by("-day").first()
    if last is None:
        return None
    return last.day if last.finished_at is None else last.day + timedelta(days=1)


def days_to_close(*, until: date) -> list[date]:
    """The days to be closed up to `until`, in order: an unfinished one first, then all that were missed."""
    first = open_day() or until
    return [first + timedelta(days=number) for number in range((until - first).days + 1)]


def closings(*, limit: int = 60) -> list[CloseRow]:
    """The last closings, newest first."""
    return [
        CloseRow(
            day=run.day,
            started_at=run.started_at,
            finished_at=run.finished_at,
            steps=tuple(
                StepSums(name=step.name, rows=step.rows, amount=step.amount, seconds=step.seconds)
                for step in run.steps.all()
            ),
        )
        for run in CloseRun.objects.order_by("-day").prefetch_related("steps")[:limit]
    ]
