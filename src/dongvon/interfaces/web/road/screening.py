"""The group's list from a meeting (03/TD): whom it carried, in one tap."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.queries.meetings import MeetingRow, meeting
from dongvon.domain.lending.operations.screen import Screened, screen
from dongvon.domain.lending.papers.request_list import REQUEST_LIST
from dongvon.domain.lending.queries.applications import FileRow, files_of_group
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, reading_of, shown
from dongvon.interfaces.web.road.bulk import chosen
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen
from dongvon.kernel.text import same_name


class LineForm(forms.Form):
    """What the meeting found fair for one request."""

    amount = forms.IntegerField(label=_("Số tiền (đồng)"), localize=True, min_value=1, required=False)
    term_months = forms.IntegerField(label=_("Thời hạn (tháng)"), min_value=1, max_value=600, required=False)


@page(audience=Audience.LENDING, roles={Role.GROUP_LEADER})
def screening(request: Asked, meeting_id: UUID) -> HttpResponse:
    """Requests of the group that this meeting voted on, by programme."""
    held = _held(meeting_id)
    return _shown(request, held, _lines(request, held))


@page(audience=Audience.LENDING, roles={Role.GROUP_LEADER})
@require_POST
def read_list(request: Asked, meeting_id: UUID) -> HttpResponse:
    """The same lines with what a filled 03/TD says of them; nothing is kept."""
    held, upload = _held(meeting_id), FilledUpload(request.POST, request.FILES)
    lines = _lines(request, held)
    reading = reading_of(upload, REQUEST_LIST)
    if reading:
        _told_by(reading, lines)
    return _shown(request, held, lines, upload=upload, reading=reading, status=200 if reading else 422)


@page(audience=Audience.LENDING, roles={Role.GROUP_LEADER})
@require_POST
def screen_act(request: Asked, meeting_id: UUID) -> HttpResponse:
    """The list of one programme goes to the commune."""
    held, marked = _held(meeting_id), set(chosen(request))
    found = _lines(request, held, data=request.POST)
    for line in found:
        line["marked"] = line["row"].id in marked
    if any(line["form"].errors for line in found if line["marked"]):
        return _shown(request, held, found, status=422)
    lines = tuple(_screened(line["row"], line["form"].cleaned_data) for line in found if line["marked"])
    outcome = perform(request, screen, meeting_id=held.id, lines=lines)
    done = _("Đã lập danh sách 03/TD và gửi UBND cấp xã; hạn xã trả lời có ở phần đề nghị vay của tổ.")
    if outcome and not _lines(request, held):
        return answer(request, outcome, to="groups:group", done=done, group=held.group)
    return answer(request, outcome, to="road:screening", done=done, meeting_id=held.id)


def _screened(row: FileRow, given: dict[str, Any]) -> Screened:
    """As it was asked for, where nothing else was written."""
    return Screened(
        application=row.id,
        amount=given["amount"] or row.amount,
        term_months=given["term_months"] or row.term_months,
    )


def _held(meeting_id: UUID) -> MeetingRow:
    held = meeting(meeting_id)
    if held is None:
        raise Http404
    return held


def _shown(
    request: Asked,
    held: MeetingRow,
    lines: list[dict[str, Any]],
    *,
    upload: FilledUpload | None = None,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    programmes: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        programmes.setdefault(line["row"].programme_name, []).append(line)
    to = reverse("road:read_list", args=[held.id])
    values = {
        "meeting": held,
        "programmes": programmes,
        "forms": [line["form"] for line in lines if line["marked"] and line["form"].errors],
    }
    values["read"] = shown(upload or FilledUpload(), reading, number=REQUEST_LIST.number, to=to)
    return render(request, "road/screening.html", values, status=status)


def _told_by(reading: Reading, lines: list[dict[str, Any]]) -> None:
    """A row of the paper goes to the request of its borrower; requests that are not on it are unmarked."""
    left = [line for line in lines if line["motion"].carried]
    for told in reading.rows("lines"):
        line = next((each for each in left if same_name(each["row"].borrower_name, told["name"])), None)
        if line is None:
            reading.doubt(_("Người vay"), told["name"], _("Cuộc họp này không thông qua đề nghị nào của người này"))
            continue
        left.remove(line)
        amount = reading.amount(told["name"], told["amount"])
        months = reading.amount(told["name"], told["months"])
        if (amount, months) != (line["row"].amount, line["row"].term_months):
            said = f"{told['amount']}, {told['months']}"
            reading.doubt(told["name"], said, _("Số tiền hoặc thời hạn khác giấy đề nghị"))
        line["form"] = LineForm(prefix=str(line["row"].id), initial={"amount": amount, "term_months": months})
    for line in left:
        line["marked"] = False
        reading.doubt(line["row"].borrower_name, "", _("Không có trong tệp"))


def _lines(request: Asked, held: MeetingRow, *, data: Any = None) -> list[dict[str, Any]]:
    votes = {motion.about: motion for motion in held.motions if motion.about}
    rows: list[FileRow] = files_of_group(held.group, on=request.today)
    seen(request, [row.borrower for row in rows], purpose="request")
    return [
        {
            "row": row,
            "motion": votes[row.id],
            "marked": votes[row.id].carried,
            "form": LineForm(data, prefix=str(row.id), initial={"amount": row.amount, "term_months": row.term_months}),
        }
        for row in rows
        if row.step == Step.SCREEN and row.id in votes
    ]
