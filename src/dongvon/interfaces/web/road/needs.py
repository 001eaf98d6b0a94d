"""The yearly survey: what households would borrow, said at their door and summed up for the plan."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.survey import NeedDraft, survey
from dongvon.domain.lending.queries.eligibility import explained
from dongvon.domain.lending.queries.household_facts import known
from dongvon.domain.lending.queries.needs import summed_needs
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.road.pages import household_shown
from dongvon.interfaces.web.road.requests import NeedForm
from dongvon.interfaces.web.road.roles import READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked

SURVEYING = frozenset({Role.GROUP_LEADER, Role.ORGANISATION_OFFICER, Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER})
#: Communes whose notice is offered on the page; whoever sees more of them prints none.
MOST_NOTICES = 12
COLUMNS = (
    Column(_("Xã, phường")),
    Column(_("Ấp, khu phố"), leads=True),
    Column(_("Chương trình")),
    Column(_("Số hộ"), kind="number"),
    Column(_("Nhu cầu vay"), kind="number"),
)


@page(audience=Audience.LENDING, roles=READERS)
def needs(request: Asked) -> HttpResponse:
    """The needs of one year; the coming one unless another is asked for."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else request.today.year + 1
    rows = summed_needs(year)
    table = Table(
        _("Nhu cầu vay vốn"),
        columns=COLUMNS,
        rows=tuple(
            (row.place_name, row.hamlet, row.programme_name, row.households, money_shown(row.amount)) for row in rows
        ),
        empty=Empty(_("Chưa ghi nhu cầu nào cho năm này"), icon="inbox"),
        foot=("", "", "", "", money_shown(sum(row.amount for row in rows))) if rows else (),
    )
    years = [(each, each == year) for each in range(request.today.year, request.today.year + 3)]
    communes = sorted({(row.place_name, row.place) for row in rows})
    values = {"table": table, "year": str(year), "years": years, "communes": communes[:MOST_NOTICES]}
    return render(request, "road/needs.html", values)


@page(audience=Audience.LENDING, roles=SURVEYING)
@require_POST
def survey_act(request: Asked, household: UUID) -> HttpResponse:
    """What one household would borrow in a year."""
    offers, record = explained(household, on=request.today), known([household], on=request.today).get(household)
    if record is None:
        raise Http404
    form = NeedForm(request.POST, offers=offers, year=request.today.year + 1)
    if form.is_valid():
        given = dict(form.cleaned_data)
        year = given.pop("year")
        need = NeedDraft(household=household, place=record.place, **given)
        outcome = perform(request, survey, form=form, year=year, needs=(need,))
        if outcome:
            return answer(request, outcome, to="road:household", done=_("Đã ghi nhu cầu vay."), household=household)
    return household_shown(request, household, form=form, status=422)
