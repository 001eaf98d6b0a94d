"""Groups: the list, one group as its leader needs it on a phone, and a meeting."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.groups.papers.minutes import GROUP_MINUTES
from dongvon.domain.groups.queries.assessments import latest_of, months_of
from dongvon.domain.groups.queries.calls import calls_ahead
from dongvon.domain.groups.queries.groups import (
    GroupFacts,
    count_groups,
    departed,
    find_groups,
    group_facts,
    mandate_of,
    members_of,
)
from dongvon.domain.groups.queries.meetings import MeetingRow, meeting, meetings_of
from dongvon.domain.groups.queries.sessions import point_sessions
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.queries.group_dues import group_dues, group_stands
from dongvon.domain.lending.queries.members import households_of
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.groups.asked import requests_of
from dongvon.interfaces.web.groups.forms import (
    CallForm,
    FindForm,
    HoldForm,
    MinutesForm,
    RestoreForm,
    RollForm,
    SearchForm,
    SignForm,
    SuspendForm,
)
from dongvon.interfaces.web.groups.tables import dues_of, groups_table, meetings_table, months_table, unmeasured
from dongvon.interfaces.web.groups.voting import unvoted, vote_form
from dongvon.interfaces.web.groups.words import ELECTORS, FOUNDERS, LEADERS, MEETINGS, ORGANISATIONS, READERS, WRITERS
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

PAGE_SIZE = 50


@page(audience=Audience.UNIT, roles=READERS - LEADERS)
def index(request: Asked) -> HttpResponse:
    """The groups somebody looks after: what they owe, who is late, how they are graded."""
    form = SearchForm(request.GET)
    given = {"text": request.GET.get("q", ""), "organisation": form["hoi"].value() or ""}
    total = count_groups(on=request.today, **given)
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, _number(request.GET.get("trang", ""))), pages)
    found = find_groups(on=request.today, limit=PAGE_SIZE, skip=(number - 1) * PAGE_SIZE, **given)
    ids = [row.id for row in found]
    seen(request, [row.leader for row in found], purpose="group")
    names = {place.code: place.name for place in places(on=request.today)}
    table = groups_table(found, stands=group_stands(ids), grades=latest_of(ids), names=names)
    pager = Pager(number, pages=pages, query=request.GET.urlencode(), total=total)
    values = {"form": form, "table": table, "pager": pager, "may_found": bool(request.standing.roles & FOUNDERS)}
    return render(request, "groups/index.html", values)


@page(audience=Audience.UNIT, roles=LEADERS)
def mine(request: Asked) -> HttpResponse:
    """Straight to the group that somebody leads."""
    own = next(iter(sorted(request.standing.scope.groups)), None)
    if own is None:
        raise Http404
    return redirect("groups:group", group=own)


@page(audience=Audience.UNIT, roles=READERS)
def group(request: Asked, group: UUID) -> HttpResponse:
    """One group: who owes what by the next session, the late ones on top; meetings, papers, grades."""
    return group_shown(request, group)


@page(audience=Audience.UNIT, roles=READERS)
def meeting_page(request: Asked, meeting: UUID) -> HttpResponse:
    """One meeting: the roll, the votes, the minutes."""
    return meeting_shown(request, meeting)


def group_shown(request: Asked, id_: UUID, *, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The group's page, with a form that was sent where it came back."""
    found = found_group(id_, on=request.today)
    session = next(iter(point_sessions(on=request.today, point=found.point)), None)
    members, meetings, months = members_of(id_, on=request.today), meetings_of(id_, limit=6), months_of(id_, limit=6)
    seen(request, [row.person for row in members], purpose="group", of=id_)
    until = session.day if session else request.today
    asking = bool(request.standing.roles & WRITERS)
    requests = requests_of(request, id_, meetings=meetings)
    named = [(str(row.person), row.full_name) for row in members]
    households = households_of([row.person for row in members], on=request.today) if asking else {}
    dues = dues_of(members, group_dues(id_, today=request.today, until=until), households=households)
    values = {
        "group": found,
        "organisation": ORGANISATIONS[found.organisation],
        "session": session,
        "wait": (session.day - request.today).days if session else None,
        "mandate": mandate_of(id_, on=request.today),
        "dues": dues,
        "owed": sum(each.owed for each in dues),
        "outstanding": sum(each.outstanding for each in dues),
        "late": [each for each in dues if each.late],
        "unmeasured": unmeasured(months),
        "months": months_table(months),
        "meetings": meetings_table(meetings),
        "open": [each for each in meetings if not each.closed],
        "departed": departed(members, group=found),
        "calls": [(each, MEETINGS[each.kind]) for each in calls_ahead(on=request.today, groups=[id_])],
        **requests,
        **_forms(request, found, members=named, meetings=meetings, appraises=requests["to_appraise"]),
        **(forms or {}),
    }
    values["hold_open"] = bool(values["hold"] and (values["hold"].is_bound or values["read"]["reading"]))
    return render(request, "groups/group.html", values, status=status)


def meeting_shown(request: Asked, id_: UUID, *, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The meeting's page, with a form that was sent where it came back."""
    found = meeting(id_)
    if found is None:
        raise Http404
    members = [(str(row.person), row.full_name) for row in members_of(found.group, on=found.held_on)]
    seen(request, [UUID(person) for person, _name in members], purpose="group", of=found.group)
    there = {str(person) for person in found.present}
    may_write = bool(request.standing.roles & WRITERS) and not found.closed
    vote = (forms or {}).get("vote") or (vote_form(request, found) if may_write else None)
    values = {
        "meeting": found,
        "kind": MEETINGS[found.kind],
        "group": found_group(found.group, on=request.today),
        "present": [name for person, name in members if person in there],
        "members": len(members),
        "roll": RollForm(initial=_roll(found), members=members) if may_write else None,
        "vote": vote,
        "unvoted": unvoted(vote, found) if vote else [],
        "find": FindForm(auto_id="find-%s") if may_write and found.kind == MeetingKind.ADMISSION else None,
        "may_admit": bool(request.standing.roles & WRITERS) and found.kind == MeetingKind.ADMISSION,
        "elects": found.kind == MeetingKind.BOARD_CHANGE,
        "may_elect": bool(request.standing.roles & ELECTORS),
        "may_screen": bool(request.standing.roles & LEADERS) and found.kind == MeetingKind.APPRAISAL,
        "minutes": MinutesForm(initial={"minutes": found.minutes}) if may_write else None,
        **(forms or {}),
    }
    return render(request, "groups/meeting.html", values, status=status)


def found_group(id_: UUID, *, on: date) -> GroupFacts:
    """The group, or no page."""
    found = group_facts(id_, on=on)
    if found is None:
        raise Http404
    return found


def hold_read(group: UUID, *, upload: FilledUpload | None = None, reading: Reading | None = None) -> dict[str, Any]:
    """The upload of filled minutes above the form of a meeting."""
    to = reverse("groups:read_minutes", args=[group])
    return shown(upload or FilledUpload(), reading, number=GROUP_MINUTES.number, to=to)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _roll(found: MeetingRow) -> dict[str, Any]:
    return {
        "representative": found.representative,
        "hamlet_head": found.hamlet_head,
        "present": [str(person) for person in found.present],
    }


def _forms(
    request: Asked, found: GroupFacts, *, members: list[tuple[str, str]], meetings: list[MeetingRow], appraises: bool
) -> dict[str, Any]:
    """The forms that this person may fill; a meeting is as the last one was, with everybody there.

    Where requests wait it `appraises` them, with the organisation's representative of last time.
    """
    roles, today = request.standing.roles, {"on": request.today}
    last = meetings[0] if meetings else None
    sent = next((each.representative for each in meetings if each.representative), "")
    usual = {
        "kind": MeetingKind.APPRAISAL if appraises else MeetingKind.ORDINARY,
        "representative": sent if appraises else "",
        "held_on": request.today,
        "venue": last.venue if last else _("Nhà văn hóa {hamlet}").format(hamlet=found.hamlet),
        "hamlet_head": last.hamlet_head if last else "",
        "present": [person for person, _name in members],
    }
    director = Role.OFFICE_DIRECTOR in roles
    return {
        "hold": HoldForm(initial=usual, members=members) if roles & WRITERS else None,
        "read": hold_read(found.id),
        "call": CallForm(initial={"venue": usual["venue"]}) if roles & WRITERS else None,
        "sign": SignForm(initial=today) if director else None,
        "suspend": SuspendForm(initial=today) if director else None,
        "restore": RestoreForm(initial=today) if director else None,
    }
