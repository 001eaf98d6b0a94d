"""Home: the work of today for whoever is signed in."""

from django.http import HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.queries.applications import queue
from dongvon.domain.workplan.queries.my_work import my_work
from dongvon.interfaces.web.chances.pages import READERS as LOOKING
from dongvon.interfaces.web.home.lists import work_lists
from dongvon.interfaces.web.road.roles import steps_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock


@page(audience=Audience.SIGNED_IN)
def today(request: Asked) -> HttpResponse:
    """Overdue, due within a week, waiting for me, returned to me."""
    mine = steps_of(request.actor.roles)
    files = queue(mine, on=request.today) if mine else ()
    lists = work_lists(my_work(request.standing, at=clock.now()), on=request.today, files=files)
    values = {
        "lists": lists,
        "all_done": not any(each.lines for each in lists),
        "may_look": bool(request.actor.roles & LOOKING),
    }
    return render(request, "home/today.html", values)
