"""The group's list from a meeting (03/TD): whom it carried, in one tap."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.queries.meetings import MeetingRow, meeting
from dongvon.domain.lending.operations.screen import Screened, screen
from dongvon.domain.lending.queries.applications import FileRow, files_of_group
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.road.bulk import chosen
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen


@page(audience=Audience.LENDING, roles={Role.GROUP_LEADER})
def screening(request: Asked, meeting_id: UUID) -> HttpResponse:
    """Requests of the group that this meeting voted on, by programme."""
    held = _held(meeting_id)
    lines = _lines(request, held)
    programmes: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        programmes.setdefault(line["row"].programme_name, []).append(line)
    return render(request, "road/screening.html", {"meeting": held, "programmes": programmes})


@page(audience=Audience.LENDING, roles={Role.GROUP_LEADER})
@require_POST
def screen_act(request: Asked, meeting_id: UUID) -> HttpResponse:
    """The list of one programme goes to the commune."""
    held, marked = _held(meeting_id), set(chosen(request))
    rows = [line["row"] for line in _lines(request, held) if line["row"].id in marked]
    lines = tuple(Screened(application=row.id, amount=row.amount, term_months=row.term_months) for row in rows)
    outcome = perform(request, screen, meeting_id=held.id, lines=lines)
    done = _("Đã lập danh sách 03/TD và gửi UBND cấp xã; hạn xã trả lời có ở phần đề nghị vay của tổ.")
    if outcome and not _lines(request, held):
        return answer(request, outcome, to="groups:group", done=done, group=held.group)
    return answer(request, outcome, to="road:screening", done=done, meeting_id=held.id)


def _held(meeting_id: UUID) -> MeetingRow:
    held = meeting(meeting_id)
    if held is None:
        raise Http404
    return held


def _lines(request: Asked, held: MeetingRow) -> list[dict[str, Any]]:
    votes = {motion.about: motion for motion in held.motions if motion.about}
    rows: list[FileRow] = files_of_group(held.group, on=request.today)
    seen(request, [row.borrower for row in rows], purpose="request")
    return [{"row": row, "motion": votes[row.id]} for row in rows if row.step == Step.SCREEN and row.id in votes]
