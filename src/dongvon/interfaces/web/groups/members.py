"""The members of a group and its board: who comes, who goes, who is elected, each by minutes that are closed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.admit import admit
from dongvon.domain.groups.operations.elect import elect
from dongvon.domain.groups.operations.let_go import let_go
from dongvon.domain.groups.operations.transfer_member import transfer_member
from dongvon.domain.groups.queries.decisions import boards_decided, changes_decided
from dongvon.domain.groups.queries.groups import GroupFacts, MemberRow, departed, groups_in, members_of
from dongvon.domain.groups.queries.meetings import meetings_of
from dongvon.domain.groups.vocabulary import Declared
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.groups.changing import DecidedForm, ElectForm, TransferForm
from dongvon.interfaces.web.groups.pages import found_group
from dongvon.interfaces.web.groups.tables import members_table
from dongvon.interfaces.web.groups.words import ELECTORS, READERS, WRITERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

MOVERS = frozenset({Role.CREDIT_OFFICER})
DECLARED = ("related", "on_standing_committee", "leads_elsewhere")


@page(audience=Audience.UNIT, roles=READERS)
def members(request: Asked, group: UUID) -> HttpResponse:
    """Who belongs to the group, and what its closed minutes let change."""
    found = found_group(group, on=request.today)
    return _shown(request, found, _forms(request, found))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def admit_act(request: Asked, group: UUID) -> HttpResponse:
    """Somebody comes."""
    return _decided(request, group, "admit", admit, done=_("Đã kết nạp tổ viên."))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def let_go_act(request: Asked, group: UUID) -> HttpResponse:
    """Somebody goes."""
    return _decided(request, group, "let_go", let_go, done=_("Đã cho tổ viên ra khỏi tổ."))


@page(audience=Audience.UNIT, roles=ELECTORS)
@require_POST
def elect_act(request: Asked, group: UUID) -> HttpResponse:
    """Another board."""
    found = found_group(group, on=request.today)
    all_forms = _forms(request, found, sent="elect")
    form = all_forms["elect"]
    if form.is_valid():
        given = dict(form.cleaned_data)
        declared = Declared(**{name: given.pop(name) for name in DECLARED})
        outcome = perform(request, elect, form=form, group=group, declared=declared, **given)
        if outcome:
            return answer(request, outcome, to="groups:members", group=group, done=_("Đã ghi ban quản lý tổ mới."))
    return _shown(request, found, all_forms, wrong=form)


@page(audience=Audience.UNIT, roles=MOVERS)
@require_POST
def transfer_act(request: Asked, group: UUID) -> HttpResponse:
    """Somebody moves to another group."""
    found = found_group(group, on=request.today)
    all_forms = _forms(request, found, sent="transfer")
    form = all_forms["transfer"]
    if form.is_valid():
        outcome = perform(request, transfer_member, form=form, group=group, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="groups:members", group=group, done=_("Đã chuyển tổ viên sang tổ khác."))
    return _shown(request, found, all_forms, wrong=form)


def _decided(request: Asked, group: UUID, name: str, operation: Callable[..., Any], *, done: Promise) -> HttpResponse:
    found = found_group(group, on=request.today)
    all_forms = _forms(request, found, sent=name)
    form = all_forms[name]
    if form.is_valid():
        motion = form.motions[form.cleaned_data["person"]]
        outcome = perform(request, operation, form=form, group=group, motion=motion, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="groups:members", group=group, done=done)
    return _shown(request, found, all_forms, wrong=form)


def _shown(
    request: Asked, found: GroupFacts, all_forms: dict[str, Any], *, wrong: forms.Form | None = None
) -> HttpResponse:
    rows = members_of(found.id, on=request.today)
    seen(request, [row.person for row in rows], purpose="group", of=found.id)
    gone = departed(rows, group=found)
    values = {"group": found, "table": members_table(rows, group=found), "departed": gone, "wrong": wrong, **all_forms}
    return render(request, "groups/members.html", values, status=422 if wrong else 200)


def _forms(request: Asked, found: GroupFacts, *, sent: str = "") -> dict[str, Any]:
    """The forms that this person may fill, and that the minutes give something to fill with."""
    roles, today = request.actor.roles, request.today
    meetings = meetings_of(found.id)
    changes = changes_decided(meetings) if roles & WRITERS else []
    members = members_of(found.id, on=today)
    people = [(str(row.person), row.full_name) for row in members]
    others = _open_to_members(found, departed(members, group=found), on=today) if roles & MOVERS else []

    def made(kind: type[forms.Form], name: str, **choices: Any) -> forms.Form:
        return kind(request.POST if sent == name else None, initial={"on": today}, auto_id=f"{name}-%s", **choices)

    return {
        "admit": made(DecidedForm, "admit", decided=[row for row in changes if row.joins]),
        "let_go": made(DecidedForm, "let_go", decided=[row for row in changes if not row.joins]),
        "elect": made(ElectForm, "elect", members=people, decided=boards_decided(meetings)),
        "transfer": made(
            TransferForm,
            "transfer",
            members=people,
            others=[(str(row.id), f"{row.code}, {row.hamlet}, {row.leader_name}") for row in others],
        ),
        "may_change": bool(roles & WRITERS),
        "may_elect": bool(roles & ELECTORS),
        "may_move": bool(roles & MOVERS),
    }


def _open_to_members(found: GroupFacts, gone: list[MemberRow], *, on: date) -> list[GroupFacts]:
    """Groups of the own hamlet, and of the hamlets where members live by now, as far as the asker reaches."""
    homes = {(found.place, found.hamlet)} | {(row.place, row.hamlet) for row in gone}
    there = [row for place in sorted({place for place, _hamlet in homes}) for row in groups_in(place, on=on)]
    return [row for row in there if row.id != found.id and (row.place, row.hamlet) in homes]
