"""Take in the loans of a checked portfolio: people, groups, loans, schedules, books, in one go."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Handover, HandoverProblem, HandoverRow, HandoverState
from dongvon.domain.lending.operations.calling import require_open
from dongvon.domain.lending.operations.handovers import BooksMoved, alone, forget_file, held_handover, run
from dongvon.domain.lending.operations.opening_accounts import open_accounts
from dongvon.domain.lending.rules.chart import TAKEOVERS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class BadLinesLeft(Refusal):
    """Not all lines can be taken in."""

    text = "Còn {bad} dòng lỗi. Hãy sửa tệp rồi gửi lại, hoặc chọn tiếp nhận các dòng đạt và bỏ qua dòng lỗi."


@operation(allowed={Role.SYSTEM})
def receive_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID, leaving_bad: bool) -> int:
    """Write all good lines that the books do not have yet; gives how many. All or nothing.

    Refuses HandoverNotReady, BadLinesLeft, AnotherHandoverRuns, BooksMoved, NotTheOpenDay, DayIsClosing.
    """
    alone()
    held = held_handover(handover, states={HandoverState.CHECKED, HandoverState.TAKING})
    require_open(held.on)
    if held.bad_rows and not leaving_bad:
        raise BadLinesLeft(bad=held.bad_rows)
    if Handover.objects.filter(taken_at__gt=held.checked_at).exists():
        raise BooksMoved
    new = HandoverRow.objects.filter(handover=handover, standing="new")
    open_accounts(filter(None, new.values_list("series_id", flat=True).distinct()), by=by, at=at)
    person = held.taken_by or by.person
    values = {"handover": handover, "on": held.on, "at": at, "person": person, "contra": TAKEOVERS}
    held.taken_rows = new.count()
    try:
        run("handover_people", "handover_loans", "handover_books", values=values)
    except IntegrityError as fault:
        raise BooksMoved from fault
    _close(held, at=at, person=person)
    return held.taken_rows


def _close(held: Handover, *, at: datetime, person: UUID) -> None:
    """The lines have become loans; the file stays for as long as its bad lines are to be mended."""
    HandoverRow.objects.filter(handover=held).delete()
    HandoverProblem.objects.filter(handover=held, is_error=False, line__gt=0).delete()
    held.state, held.taken_at, held.taken_by = HandoverState.TAKEN, at, person
    if not held.bad_rows:
        forget_file(held.stored_as)
        held.stored_as = ""
    held.save()
