"""Work of lending in the background: the closing of days, the grading of groups, portfolios that come in."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import IO, Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.documents.jobs import sweep
from dongvon.domain.groups.operations.assess import assess
from dongvon.domain.groups.queries.assessments import assessed_places
from dongvon.domain.lending.operations.check_handover import check_handover
from dongvon.domain.lending.operations.drop_handover import drop_handover
from dongvon.domain.lending.operations.end_close import end_close
from dongvon.domain.lending.operations.fail_handover import fail_handover
from dongvon.domain.lending.operations.receive_handover import receive_handover
from dongvon.domain.lending.operations.stage_rows import stage_rows
from dongvon.domain.lending.operations.start_close import start_close
from dongvon.domain.lending.operations.take_step import take_step
from dongvon.domain.lending.queries.closing import days_to_close, has_loans
from dongvon.domain.lending.queries.group_months import group_months
from dongvon.domain.lending.queries.handovers import forgotten, handover_file, stored_places
from dongvon.domain.lending.queries.portfolio_file import PortfolioFile
from dongvon.domain.lending.vocabulary import CloseStepName, StepSums
from dongvon.kernel import clock, ids
from dongvon.kernel.calendar import add_months
from dongvon.kernel.refusals import Refusal

Told = Callable[[date, StepSums | None], None]
#: How long a file of loans waits for somebody to take it in, or to mend its bad lines.
KEPT = timedelta(days=30)


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


def read_handover(*, handover: str) -> None:
    """Read and check the stored file of a handover; a file that cannot be read is said so on the handover."""
    found = handover_file(UUID(handover))
    if found is None:
        return
    with default_storage.open(found.stored_as) as file:
        read_file(file, name=found.file_name, handover=found.id)


def read_file(file: IO[bytes], *, name: str, handover: UUID, told: Callable[[int], None] | None = None) -> bool:
    """Stage the file block by block, each its own transaction, then check all of it; False when it was refused.

    `told` hears the number of lines read so far. Read again from the beginning after a crash.
    """
    try:
        portfolio = PortfolioFile(file, name=name)
        for number, block in enumerate(portfolio.blocks()):
            lines: dict[str, Any] = {"rows": block.rows, "lines": block.lines, "problems": block.problems}
            so_far = _alone(stage_rows, handover=handover, **lines, starts=number == 0)
            if told is not None:
                told(so_far)
        _alone(check_handover, handover=handover, head=portfolio.summary())
    except Refusal as refusal:
        _fail(handover, refusal)
        return False
    return True


def write_handover(*, handover: str, leaving_bad: bool) -> None:
    """Write the good lines of a checked handover; what stops it is said on the handover."""
    try:
        _alone(receive_handover, handover=UUID(handover), leaving_bad=leaving_bad)
    except Refusal as refusal:
        _fail(UUID(handover), refusal)


def put_away_forgotten() -> None:
    """Files that waited a month for somebody, with all of their lines; what was taken in stays."""
    for each in forgotten(before=clock.now() - KEPT):
        _alone(drop_handover, handover=each)


def sweep_files() -> None:
    """Files of loans whose handover was refused when they were sent."""
    sweep("portfolio", named=stored_places)


def _alone(verb: Callable[..., Any], **arguments: Any) -> Any:
    with transaction.atomic():
        return verb(key=ids.new_id(), by=SYSTEM, at=clock.now(), **arguments)


def _fail(handover: UUID, refusal: Refusal) -> None:
    values = {name: str(value) for name, value in refusal.values.items()}
    _alone(fail_handover, handover=handover, text=refusal.text, values=values)
