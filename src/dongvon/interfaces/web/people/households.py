"""What officers write about a household: its head, who leaves it, who founds another."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.move import move
from dongvon.domain.people.operations.name_head import name_head
from dongvon.domain.people.operations.relocate import relocate
from dongvon.domain.people.operations.split import split
from dongvon.domain.people.queries.lists import households_coded
from dongvon.domain.people.queries.persons import MemberRow, household_place, members_of
from dongvon.interfaces.web.people.forms import HeadForm, MemberForm, MoveForm, RelocateForm, SplitForm
from dongvon.interfaces.web.people.pages import communes, household_shown
from dongvon.interfaces.web.people.words import KEEPERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def head(request: Asked, household_id: UUID) -> HttpResponse:
    """Name another head."""
    form = HeadForm(request.POST, members=_members(household_id))
    if form.is_valid():
        outcome = perform(request, name_head, form=form, household=household_id, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="persons:household", done=_("Đã cử chủ hộ."), household_id=household_id)
    return household_shown(request, household_id, wrong={"head": form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def split_act(request: Asked, household_id: UUID) -> HttpResponse:
    """Let a member found a household."""
    form = SplitForm(request.POST, members=_members(household_id))
    if form.is_valid():
        given = form.cleaned_data
        told = {"household": household_id, "head": given["person"], "code": given["code"], "on": given["on"]}
        outcome = perform(request, split, form=form, others=(), **told)
        if outcome:
            return answer(request, outcome, to="persons:household", done=_("Đã tách hộ."), household_id=outcome.result)
    return household_shown(request, household_id, wrong={"split": form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def move_act(request: Asked, household_id: UUID) -> HttpResponse:
    """Let a member go, to another household of the commune or away."""
    form = MoveForm(request.POST, members=_members(household_id))
    if form.is_valid() and _target(form, household_id):
        given = form.cleaned_data
        told: dict[str, Any] = {"person": given["person"], "on": given["on"], "relation": given["relation"]}
        outcome = perform(request, move, form=form, household=given["onto"], **told)
        if outcome:
            done = _("Đã chuyển thành viên.")
            return answer(request, outcome, to="persons:household", done=done, household_id=household_id)
    return household_shown(request, household_id, wrong={"move": form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def relocate_act(request: Asked, household_id: UUID) -> HttpResponse:
    """Let the household go to another commune; from then on it is found there."""
    if household_place(household_id) is None:
        raise Http404
    form = RelocateForm(request.POST, places=communes(request))
    if form.is_valid():
        outcome = perform(request, relocate, form=form, household=household_id, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="persons:find", done=_("Đã chuyển hộ sang xã, phường khác."))
    return household_shown(request, household_id, wrong={"relocate": form})


def _members(household_id: UUID) -> list[MemberRow]:
    if household_place(household_id) is None:
        raise Http404
    return members_of(household_id)


def _target(form: MemberForm, household_id: UUID) -> bool:
    """Find the household that the code names; a code that names none is a fault of the form."""
    code, place = form.cleaned_data["code"], household_place(household_id)
    assert place is not None, "the members were found"
    known = households_coded(place[3], [code]) if code else {}
    form.cleaned_data["onto"] = known.get(code)
    if code and code not in known:
        form.add_error("code", str(_("Không có hộ mang mã: %s.")) % code)
    return not form.errors
