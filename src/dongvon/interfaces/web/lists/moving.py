"""Who moved in with a status from elsewhere: seen by the commune, and taken into its own lists."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.carry_over import carry_over
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.vocabulary import ListKind
from dongvon.interfaces.web.lists.words import KINDS, MAKERS, READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen


@page(audience=Audience.UNIT, roles=READERS)
def moved_in_page(request: Asked) -> HttpResponse:
    """What each was elsewhere, since when, and by which decision."""
    rows = moved_in(on=request.today)
    seen(request, [row.person for row in rows], purpose="list")
    makes = bool(request.standing.roles & MAKERS)
    values = {"rows": [(row, KINDS[row.kind]) for row in rows], "makes": makes}
    return render(request, "lists/moved_in.html", values)


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def carry_over_act(request: Asked) -> HttpResponse:
    """Draw up additions of whoever was ticked."""
    outcome = perform(request, carry_over, on=request.today, chosen=_chosen(request.POST.getlist("chosen")))
    to = "lists:index" if outcome else "lists:moved_in"
    return answer(request, outcome, to=to, done=_("Đã lập dự thảo danh sách bổ sung. Hãy xem lại rồi trình chủ tịch."))


def _chosen(ticked: list[str]) -> tuple[tuple[ListKind, UUID], ...]:
    """Kind and identifier of each ticked row; what is neither was not ours."""
    found = []
    for text in ticked:
        kind, _colon, subject = text.partition(":")
        try:
            found.append((ListKind(kind), UUID(subject)))
        except ValueError:
            continue
    return tuple(found)
