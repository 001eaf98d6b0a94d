"""Home: the work of today for whoever is signed in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.applications import queue
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.my_work import my_work
from dongvon.interfaces.web.components.actions import Button
from dongvon.interfaces.web.home.lists import work_lists
from dongvon.interfaces.web.home.standing import standing
from dongvon.interfaces.web.lists.words import READERS as LOOKING
from dongvon.interfaces.web.road.roles import steps_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

#: Where somebody goes when nothing presses, by the first role that fits.
_NEXT = (
    ({Role.GROUP_LEADER}, _("Tổ của tôi"), "groups:mine", "users"),
    ({Role.ORGANISATION_OFFICER}, _("Việc của hội, đoàn thể"), "groups:duties", "list-check"),
    ({Role.UNIT_HEAD, Role.UNIT_REPORTER}, _("Xem báo cáo của đơn vị"), "report:owed", "clipboard-list"),
)


@page(audience=Audience.SIGNED_IN)
def today(request: Asked) -> HttpResponse:
    """Overdue, due within a week, waiting for me, returned to me."""
    mine = steps_of(request.actor.roles)
    files = queue(mine, on=request.today) if mine else ()
    work = my_work(request.standing, at=clock.now())
    lists = work_lists(work, on=request.today, files=files, others=standing(request))
    values = {
        "lists": lists,
        "all_done": not any(each.lines for each in lists),
        "next_step": _next_step(request),
        "may_look": bool(request.actor.roles & LOOKING),
    }
    return render(request, "home/today.html", values)


def _next_step(request: Asked) -> Button | None:
    """A meeting may be opened and a report written long before anything presses."""
    for roles, words, address, icon in _NEXT:
        if request.actor.roles & roles:
            return Button(words, href=reverse(address), icon=icon, kind="quiet")
    return None
