"""What is done with groups: meetings and their minutes, mandates."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.call_meeting import call_meeting
from dongvon.domain.groups.operations.call_roll import call_roll
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.operations.restore_mandate import restore_mandate
from dongvon.domain.groups.operations.sign_mandate import sign_mandate
from dongvon.domain.groups.operations.suspend_mandate import suspend_mandate
from dongvon.domain.groups.queries.groups import members_of
from dongvon.domain.groups.queries.meetings import MeetingRow, meeting
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.groups.forms import (
    CallForm,
    FindForm,
    HoldForm,
    MinutesForm,
    RestoreForm,
    RollForm,
    SignForm,
    SuspendForm,
)
from dongvon.interfaces.web.groups.pages import found_group, group_shown, meeting_shown
from dongvon.interfaces.web.groups.voting import vote_form
from dongvon.interfaces.web.groups.words import WRITERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked

DIRECTOR = frozenset({Role.OFFICE_DIRECTOR})


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def hold(request: Asked, group: UUID) -> HttpResponse:
    """Put down a meeting that took place."""
    found_group(group, on=request.today)
    form = HoldForm(request.POST, members=_members(request, group))
    if form.is_valid():
        given = {**form.cleaned_data, "present": tuple(form.cleaned_data["present"])}
        outcome = perform(request, hold_meeting, form=form, group=group, on=request.today, **given)
        if outcome:
            return answer(
                request,
                outcome,
                to="groups:meeting",
                meeting=outcome.result,
                done=_("Đã ghi cuộc họp. Hãy ghi nội dung."),
            )
    return group_shown(request, group, forms={"hold": form, "wrong": form}, status=422)


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def call(request: Asked, group: UUID) -> HttpResponse:
    """Call the group to a meeting."""
    found_group(group, on=request.today)
    form = CallForm(request.POST)
    if form.is_valid():
        outcome = perform(request, call_meeting, form=form, group=group, on=request.today, **form.cleaned_data)
        if outcome:
            return answer(
                request, outcome, to="groups:group", group=group, done=_("Đã hẹn họp; hội, đoàn thể đã thấy.")
            )
    return group_shown(request, group, forms={"call": form, "wrong": form}, status=422)


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def roll(request: Asked, meeting: UUID) -> HttpResponse:
    """Call the roll anew."""
    found = _meeting(meeting)
    form = RollForm(request.POST, members=_members(request, found.group))
    if form.is_valid():
        given = {**form.cleaned_data, "present": tuple(form.cleaned_data["present"])}
        outcome = perform(request, call_roll, form=form, meeting=meeting, **given)
        if outcome:
            return answer(request, outcome, to="groups:meeting", meeting=meeting, done=_("Đã sửa danh sách dự họp."))
    return meeting_shown(request, meeting, forms={"roll": form, "wrong": form}, status=422)


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def vote(request: Asked, meeting: UUID) -> HttpResponse:
    """Write a motion with its votes."""
    form = vote_form(request, _meeting(meeting), asked=request.POST.get("q", ""), data=request.POST)
    return _written(request, meeting, form, put_motion, name="vote", done=_("Đã ghi biểu quyết."))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def find(request: Asked, meeting: UUID) -> HttpResponse:
    """Find somebody of the hamlet for the meeting to vote on; the name is posted, so that no address holds it."""
    found, form = _meeting(meeting), FindForm(request.POST, auto_id="find-%s")
    if not form.is_valid():
        return meeting_shown(request, meeting, forms={"find": form, "wrong": form}, status=422)
    asked = form.cleaned_data["q"]
    return meeting_shown(request, meeting, forms={"find": form, "vote": vote_form(request, found, asked=asked)})


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def close(request: Asked, meeting: UUID) -> HttpResponse:
    """Close the minutes."""
    done = _("Đã chốt biên bản. Có thể in để ký.")
    return _written(request, meeting, MinutesForm(request.POST), close_meeting, name="minutes", done=done)


@page(audience=Audience.UNIT, roles=DIRECTOR)
@require_POST
def sign(request: Asked, group: UUID) -> HttpResponse:
    """Sign a mandate contract."""
    return _mandated(request, group, SignForm(request.POST), sign_mandate, name="sign", done=_("Đã ghi hợp đồng."))


@page(audience=Audience.UNIT, roles=DIRECTOR)
@require_POST
def suspend(request: Asked, group: UUID) -> HttpResponse:
    """Suspend a mandate by decision."""
    done = _("Đã tạm dừng ủy nhiệm.")
    return _mandated(request, group, SuspendForm(request.POST), suspend_mandate, name="suspend", done=done)


@page(audience=Audience.UNIT, roles=DIRECTOR)
@require_POST
def restore(request: Asked, group: UUID) -> HttpResponse:
    """Restore a mandate by decision."""
    done = _("Đã khôi phục ủy nhiệm.")
    return _mandated(request, group, RestoreForm(request.POST), restore_mandate, name="restore", done=done)


def _written(
    request: Asked, id_: UUID, form: Form, operation: Callable[..., Any], *, name: str, done: Promise
) -> HttpResponse:
    _meeting(id_)
    if form.is_valid():
        outcome = perform(request, operation, form=form, meeting=id_, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="groups:meeting", meeting=id_, done=done)
    return meeting_shown(request, id_, forms={name: form, "wrong": form}, status=422)


def _mandated(
    request: Asked, id_: UUID, form: Form, operation: Callable[..., Any], *, name: str, done: Promise
) -> HttpResponse:
    found_group(id_, on=request.today)
    if form.is_valid():
        outcome = perform(request, operation, form=form, group=id_, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="groups:group", group=id_, done=done)
    return group_shown(request, id_, forms={name: form, "wrong": form}, status=422)


def _meeting(id_: UUID) -> MeetingRow:
    found = meeting(id_)
    if found is None:
        raise Http404
    return found


def _members(request: Asked, group: UUID) -> list[tuple[str, str]]:
    return [(str(row.person), row.full_name) for row in members_of(group, on=request.today)]
