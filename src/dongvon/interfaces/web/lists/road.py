"""The road of a list: meetings, posting, objections, the chair's decision."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.answer_objection import answer_objection
from dongvon.domain.people.operations.certify import certify
from dongvon.domain.people.operations.hold_meeting import hold_meeting
from dongvon.domain.people.operations.lay_lists import lay_lists
from dongvon.domain.people.operations.object_to import object_to
from dongvon.domain.people.operations.post_publicly import post_publicly
from dongvon.domain.people.operations.return_lists import return_lists
from dongvon.domain.people.operations.take_down import take_down
from dongvon.domain.people.queries.list_lines import tally
from dongvon.domain.people.queries.lists import ListRow, objections, postings
from dongvon.interfaces.web.lists.acts import back, ticked
from dongvon.interfaces.web.lists.forms import (
    AnswerForm,
    CertifyForm,
    MeetingForm,
    ObjectionForm,
    PostForm,
    ReturnForm,
)
from dongvon.interfaces.web.lists.pages import detail_shown, found, walking_with
from dongvon.interfaces.web.lists.words import CHAIR, COMMUNE, MAKERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.errors import not_found
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def meet(request: Asked, list_id: UUID) -> HttpResponse:
    """Record a hamlet's meeting for the ticked lists of the round."""
    row = found(list_id)
    form = MeetingForm(request.POST, hamlets=[hamlet for hamlet, _count in tally(row.id).hamlets])
    return _done(request, row, "meeting", form, hold_meeting, _("Đã ghi cuộc họp."), lists=_together(request, row))


@page(audience=Audience.UNIT, roles=CHAIR)
@require_POST
def post(request: Asked, list_id: UUID) -> HttpResponse:
    """Let the ticked lists hang from today."""
    row, form = found(list_id), PostForm(request.POST)
    told = {"lists": _together(request, row), "on": request.today}
    return _done(request, row, "post", form, post_publicly, _("Danh sách được niêm yết từ hôm nay."), **told)


@page(audience=Audience.UNIT, roles=COMMUNE)
@require_POST
def unpost(request: Asked, list_id: UUID, posting_id: UUID) -> HttpResponse:
    """Take one posting down."""
    if posting_id not in {row.id for row in postings(found(list_id).id)}:
        return not_found(request)
    outcome = perform(request, take_down, posting=posting_id)
    return answer(request, outcome, to="lists:detail", done=_("Đã gỡ niêm yết."), list_id=list_id)


@page(audience=Audience.UNIT, roles=COMMUNE)
@require_POST
def object_act(request: Asked, list_id: UUID) -> HttpResponse:
    """Write an objection down."""
    row, form = found(list_id), ObjectionForm(request.POST)
    told = {"list_id": row.id, "on": request.today, "household": None}
    return _done(request, row, "objection", form, object_to, _("Đã nhận ý kiến."), **told)


@page(audience=Audience.UNIT, roles=COMMUNE)
@require_POST
def answer_act(request: Asked, list_id: UUID, objection_id: UUID) -> HttpResponse:
    """Answer an objection."""
    row, form = found(list_id), AnswerForm(request.POST)
    if objection_id not in {each.id for each in objections(row.id)}:
        return not_found(request)
    return _done(
        request, row, str(objection_id), form, answer_objection, _("Đã trả lời ý kiến."), objection=objection_id
    )


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def lay(request: Asked, list_id: UUID) -> HttpResponse:
    """Lay the ticked lists before the chair."""
    row = found(list_id)
    outcome = perform(request, lay_lists, lists=_together(request, row))
    return answer(request, outcome, to="lists:detail", done=_("Đã trình chủ tịch."), list_id=row.id)


@page(audience=Audience.UNIT, roles=COMMUNE)
@require_POST
def back_act(request: Asked, list_id: UUID) -> HttpResponse:
    """Return the ticked lists to their drafts."""
    row, form = found(list_id), ReturnForm(request.POST)
    lists = _together(request, row)
    return _done(request, row, "back", form, return_lists, _("Đã trả danh sách về dự thảo."), lists=lists)


@page(audience=Audience.UNIT, roles=CHAIR)
@require_POST
def certify_act(request: Asked, list_id: UUID) -> HttpResponse:
    """Certify the ticked lists by one decision."""
    row, form = found(list_id), CertifyForm(request.POST)
    told = {"lists": _together(request, row), "on": request.today}
    return _done(
        request, row, "certify", form, certify, _("Danh sách đã được chứng nhận và có giá trị cho vay."), **told
    )


def _together(request: Asked, row: ListRow) -> tuple[UUID, ...]:
    """This list, and those of its round on the same road that were ticked with it."""
    known = {other.id for other in walking_with(row)}
    return tuple({row.id, *(known & set(ticked(request, "lists")))})


def _done(
    request: Asked,
    row: ListRow,
    name: str,
    form: Form,
    operation: Callable[..., Any],
    done: str | Promise,
    **arguments: Any,
) -> HttpResponse:
    if not form.is_valid():
        return detail_shown(request, row, wrong={name: form})
    outcome = perform(request, operation, form=form, **form.cleaned_data, **arguments)
    return back(request, outcome, row.id, form={name: form}, done=done)
