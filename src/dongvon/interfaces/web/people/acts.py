"""What officers write about people."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.record_death import record_death
from dongvon.domain.people.operations.separate import separate
from dongvon.domain.people.operations.unite import unite
from dongvon.domain.people.operations.welcome import welcome
from dongvon.domain.people.queries.lists import places_within_reach
from dongvon.domain.people.queries.persons import united_with
from dongvon.interfaces.web.people.forms import DeathForm, SeparateForm, UniteForm, WelcomeForm
from dongvon.interfaces.web.people.pages import found, person_shown
from dongvon.interfaces.web.people.words import KEEPERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.errors import not_found
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT, roles=KEEPERS)
def welcome_act(request: Asked) -> HttpResponse:
    """Welcome somebody; the page of the new person shows who may be the same."""
    form = WelcomeForm(request.POST or None, places=places_within_reach(), today=request.today)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        where = {"household_code": given["household_code"], "relation": given["relation"], "on": given["on"]}
        outcome = perform(request, welcome, form=form, person=form.draft(), **where)
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã ghi người mới."), person_id=outcome.result)
    return render(request, "persons/welcome.html", {"form": form}, status=422 if form.errors else 200)


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def died(request: Asked, person_id: UUID) -> HttpResponse:
    """Record a death."""
    row, form = found(person_id), DeathForm(request.POST)
    if form.is_valid():
        outcome = perform(request, record_death, form=form, person=row.id, on=form.cleaned_data["on"])
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã ghi ngày mất."), person_id=row.id)
    return person_shown(request, row, wrong={"death": form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def unite_act(request: Asked, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Say that the other record is this person."""
    row, other, form = found(person_id), found(other_id), UniteForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        outcome = perform(request, unite, form=form, kept=row.id, other=other.id, reason=reason)
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã gộp hai hồ sơ."), person_id=row.id)
    return person_shown(request, row, wrong={str(other.id): form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def separate_act(request: Asked, person_id: UUID, united_id: UUID) -> HttpResponse:
    """Say that they are two after all."""
    row, form = found(person_id), SeparateForm(request.POST)
    if united_id not in {each.id for each in united_with(row.id)}:
        return not_found(request)
    if form.is_valid():
        outcome = perform(request, separate, form=form, united=united_id, reason=form.cleaned_data["reason"])
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã tách hai hồ sơ."), person_id=row.id)
    return person_shown(request, row, wrong={str(united_id): form})
