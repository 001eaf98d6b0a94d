"""What a filled 10C/TD and 16/TD say, as a beginning of the forms on the screen."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.papers.inspection import INSPECTION, MATTERS
from dongvon.domain.groups.papers.minutes import GROUP_MINUTES
from dongvon.domain.groups.queries.groups import members_of
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.interfaces.web.groups.forms import HoldForm
from dongvon.interfaces.web.groups.inspecting import PROMISES, InspectForm, inspecting_shown
from dongvon.interfaces.web.groups.pages import found_group, group_shown, hold_read
from dongvon.interfaces.web.groups.words import INSPECTORS, MEETINGS, WRITERS
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, reading_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.text import same_name

Members = Sequence[tuple[str, str]]


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def read_minutes(request: Asked, group: UUID) -> HttpResponse:
    """The group's page with the form of a meeting filled by a filled 10C/TD; nothing is kept."""
    found_group(group, on=request.today)
    upload = FilledUpload(request.POST, request.FILES)
    reading = reading_of(upload, GROUP_MINUTES)
    read = {"read": hold_read(group, upload=upload, reading=reading)}
    if reading is None:
        return group_shown(request, group, forms=read, status=422)
    members = [(str(row.person), row.full_name) for row in members_of(group, on=request.today)]
    form = HoldForm(initial=meeting_from(reading, members), members=members)
    return group_shown(request, group, forms={"hold": form, **read})


@page(audience=Audience.UNIT, roles=INSPECTORS)
@require_POST
def read_inspection(request: Asked, group: UUID) -> HttpResponse:
    """The form of a visit filled by a filled 16/TD; nothing is kept."""
    found_group(group, on=request.today)
    upload = FilledUpload(request.POST, request.FILES)
    reading = reading_of(upload, INSPECTION)
    form = InspectForm(initial=inspection_from(reading) if reading else {"inspected_on": request.today})
    status = 200 if reading else 422
    return inspecting_shown(request, group, form, upload=upload, reading=reading, status=status)


def meeting_from(reading: Reading, members: Members) -> dict[str, Any]:
    """Initial values of a meeting; its votes are written once the meeting is."""
    kind = next((each for each, words in MEETINGS.items() if same_name(str(words), reading.said("kind"))), None)
    if kind is None:
        reading.doubt(_("Nội dung họp"), reading.said("kind"), _("Không phải tên một loại cuộc họp"))
    for motion in reading.rows("motions"):
        votes = f"{motion['text']}: {motion['in_favour']}, {motion['against']}, {motion['abstained']}"
        reading.doubt(_("Biểu quyết"), votes, _("Ghi ở trang cuộc họp, sau khi ghi cuộc họp này"))
    return {
        "kind": kind or MeetingKind.APPRAISAL,
        "held_on": reading.day(_("Ngày họp"), reading.said("day_in_words")),
        "venue": reading.said("venue"),
        "representative": reading.said("representative"),
        "hamlet_head": reading.said("hamlet_head"),
        "present": _present(reading, members),
    }


def _present(reading: Reading, members: Members) -> list[str]:
    """Members by name; who bears a name twice is looked at, and so is a name that no member bears."""
    there: list[str] = []
    for name in filter(None, (each.strip(" .") for each in reading.said("present").split(","))):
        found = [person for person, full_name in members if same_name(full_name, name) and person not in there]
        there += found[:1]
        if len(found) != 1:
            why = _("Tổ có nhiều người tên này") if found else _("Không phải tổ viên")
            reading.doubt(_("Tổ viên dự họp"), name, why)
    return there


def inspection_from(reading: Reading) -> dict[str, Any]:
    """Initial values of a visit."""
    said = {name: reading.said(name) for name in ("team", "merits", "faults")}
    given: dict[str, Any] = {**said, "inspected_on": reading.day(_("Ngày kiểm tra"), reading.said("inspected_on"))}
    left = dict(MATTERS)
    for line in reading.rows("checked"):
        matter = next((each for each, words in left.items() if same_name(words, line["matter"])), None)
        if matter is None:
            reading.doubt(_("Nội dung kiểm tra"), line["matter"], _("Không phải nội dung của mẫu"))
            continue
        words = left.pop(matter)
        given |= {f"order-{matter}": _in_order(reading, words, line), f"note-{matter}": line["note"]}
    for words in left.values():
        reading.doubt(words, "", _("Không có trong tệp"))
    return given | _promised(reading)


def _in_order(reading: Reading, words: str, line: Mapping[str, str]) -> bool:
    right, wrong = bool(line["right"]), bool(line["wrong"])
    if right == wrong:
        reading.doubt(words, line["right"] or line["wrong"], _("Không rõ đạt hay chưa đạt"))
    return right and not wrong


def _promised(reading: Reading) -> dict[str, Any]:
    promises = [line for line in reading.rows("promises") if line["text"]]
    for line in promises[PROMISES:]:
        reading.doubt(_("Kiến nghị, cam kết khắc phục"), line["text"], _("Trang này chỉ ghi được ba kiến nghị"))
    return {
        name: value
        for number, line in enumerate(promises[:PROMISES])
        for name, value in (
            (f"promise-{number}", line["text"]),
            (f"due-{number}", reading.day(_("Thời hạn"), line["due_on"])),
        )
    }
