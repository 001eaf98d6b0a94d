"""What officers and the chair of a commune do to a list."""

import re
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.end_listing import end_listing
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.operations.strike import strike
from dongvon.domain.people.queries.lists import households_coded, persons_numbered, places_within_reach
from dongvon.domain.people.vocabulary import OF_PERSONS, Ending, ListKind
from dongvon.interfaces.web.lists.forms import EndForm, NominateForm, OpenForm, StrikeForm
from dongvon.interfaces.web.lists.pages import detail_shown, found, index_shown, meets_restricted
from dongvon.interfaces.web.lists.words import CHAIR, MAKERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, answer, perform
from dongvon.interfaces.web.shell.gate import Asked

_CODE, _NUMBER = re.compile(r"[^\s,;]+"), re.compile(r"[^\s,;][^\n,;]*")


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def open_act(request: Asked) -> HttpResponse:
    """Open the drafts of a round."""
    form = OpenForm(request.POST, places=places_within_reach(), restricted=meets_restricted(request))
    if not form.is_valid():
        return index_shown(request, form=form)
    given = {**form.cleaned_data, "kinds": tuple(ListKind(kind) for kind in form.cleaned_data["kinds"])}
    outcome = perform(request, open_lists, form=form, on=request.today, **given)
    if not outcome:
        return index_shown(request, form=form)
    return answer(request, outcome, to="lists:index", done=_("Đã lập dự thảo danh sách."))


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def strike_act(request: Asked, list_id: UUID) -> HttpResponse:
    """Strike the ticked lines."""
    row, form = found(list_id), StrikeForm(request.POST)
    if not form.is_valid():
        return detail_shown(request, row, wrong={"strike": form})
    onto = form.cleaned_data["onto"]
    outcome = perform(
        request,
        strike,
        form=form,
        on=request.today,
        list_id=row.id,
        lines=ticked(request, "lines"),
        ending=Ending(form.cleaned_data["ending"]),
        onto=ListKind(onto) if onto else None,
    )
    return back(request, outcome, row.id, form={"strike": form}, done=_("Đã loại khỏi dự thảo."))


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def nominate_act(request: Asked, list_id: UUID) -> HttpResponse:
    """Add households by their codes, persons by their personal numbers."""
    row = found(list_id)
    of_persons = row.kind in OF_PERSONS
    form = NominateForm(request.POST, of_persons=of_persons)
    if not form.is_valid():
        return detail_shown(request, row, wrong={"nominate": form})
    codes = (_NUMBER if of_persons else _CODE).findall(form.cleaned_data["codes"])
    known = persons_numbered(row.place, codes) if of_persons else households_coded(row.place, codes)
    missing = [code for code in codes if code not in known]
    if missing:
        lost = _("Không có người mang số định danh: %s.") if of_persons else _("Không có hộ mang mã: %s.")
        form.add_error("codes", str(lost) % ", ".join(missing[:10]))
        return detail_shown(request, row, wrong={"nominate": form})
    subjects = tuple(known.values())
    outcome = perform(request, nominate, form=form, on=request.today, list_id=row.id, subjects=subjects)
    return back(request, outcome, row.id, form={"nominate": form}, done=_("Đã thêm vào dự thảo."))


@page(audience=Audience.UNIT, roles=CHAIR)
@require_POST
def end_act(request: Asked, list_id: UUID) -> HttpResponse:
    """End the ticked lines of a certified list."""
    row, form = found(list_id), EndForm(request.POST)
    if not form.is_valid():
        return detail_shown(request, row, wrong={"end": form})
    told = {"list_id": row.id, "lines": ticked(request, "lines"), "on": form.cleaned_data["on"]}
    outcome = perform(request, end_listing, form=form, ending=Ending(form.cleaned_data["ending"]), **told)
    return back(request, outcome, row.id, form={"end": form}, done=_("Đã kết thúc các dòng đã chọn."))


def ticked(request: Asked, name: str) -> tuple[UUID, ...]:
    """The identifiers of the ticked rows; what is no identifier was not ours."""
    found_ids = []
    for text in request.POST.getlist(name):
        try:
            found_ids.append(UUID(text))
        except ValueError:
            continue
    return tuple(found_ids)


def back(
    request: Asked, outcome: Outcome[Any], list_id: UUID, *, form: dict[str, Any], done: str | Promise
) -> HttpResponse:
    """To the list when done; its page with the faulty form when not."""
    if not outcome:
        return detail_shown(request, found(list_id), wrong=form)
    return answer(request, outcome, to="lists:detail", done=done, list_id=list_id)
