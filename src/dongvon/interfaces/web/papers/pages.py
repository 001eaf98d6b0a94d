"""Forms: the shelf of blank ones, the papers of a file, and a filled request read back."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import shipped_template
from dongvon.domain.documents.queries.templates import templates
from dongvon.domain.lending.papers.authorisation import AUTHORISATION, authorisation_values
from dongvon.domain.lending.papers.authorisation import COPIES as AUTHORISATION_COPIES
from dongvon.domain.lending.papers.request import REQUEST, request_values
from dongvon.domain.lending.papers.request_list import COPIES as LIST_COPIES
from dongvon.domain.lending.papers.request_list import REQUEST_LIST, request_list_values
from dongvon.domain.lending.papers.result_notice import RESULT_NOTICE, result_notice_values
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.domain.lending.queries.applications import FileRow
from dongvon.domain.lending.queries.files import File, file_of
from dongvon.domain.lending.queries.offered_terms import offered_terms
from dongvon.domain.lending.queries.road_papers import answer_sheet, list_sheet
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.papers.answering import MOST, as_file, paper_answer
from dongvon.interfaces.web.papers.forms import TemplateUpload
from dongvon.interfaces.web.papers.tables import shelf_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen
from dongvon.kernel import clock

#: Everybody with a step on the road.
ROAD = frozenset(
    {
        Role.GROUP_LEADER,
        Role.ORGANISATION_OFFICER,
        Role.COMMUNE_OFFICER,
        Role.COMMUNE_CHAIR,
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.TELLER,
        Role.ACCOUNTANT,
        Role.BRANCH_OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.INSPECTOR,
    }
)
#: Who may put an edited form into use.
EDITORS = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})


@page(audience=Audience.BRANCH, roles=ROAD)
def shelf(request: Asked) -> HttpResponse:
    """Every form, blank."""
    own = {code for code in FORMS if templates(code)}
    return render(request, "papers/shelf.html", {"table": shelf_table(own)})


@page(audience=Audience.BRANCH, roles=ROAD)
def blank(request: Asked, code: str, ending: str) -> HttpResponse:
    """A form to be filled in by hand or in Word; the template with its marks under "mau"."""
    form = _form(code)
    if "mau" in request.GET and ending == "docx":
        return as_file(shipped_template(form), name=f"{form.code}-mau.docx")
    return paper_answer(form, [to_fill_in(form)], ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def template(request: Asked, code: str) -> HttpResponse:
    """One form: its template to edit, and the versions there were."""
    return template_shown(request, code, form=TemplateUpload())


def template_shown(request: Asked, code: str, *, form: TemplateUpload, status: int = 200) -> HttpResponse:
    """The page of one form, with the upload as it stands."""
    values = {"paper": _form(code), "code": code, "form": form, "versions": templates(code)}
    values["edits"] = bool(request.standing.roles & EDITORS)
    return render(request, "papers/template.html", values, status=status)


@page(audience=Audience.BRANCH, roles=ROAD)
def request_paper(request: Asked, application: UUID, ending: str) -> HttpResponse:
    """01/TD."""
    return paper_answer(REQUEST, _requests(request, [application]), ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def request_papers(request: Asked) -> HttpResponse:
    """01/TD of many files in one .pdf: named in the address, or ticked on a desk."""
    named = request.GET.getlist("ho-so") or request.POST.getlist("applications")
    try:
        asked = [UUID(each) for each in named[:MOST]]
    except ValueError as fault:
        raise Http404 from fault
    if not asked:
        messages.error(request, _("Chưa chọn hồ sơ nào để in."))
        return redirect("papers:shelf")
    return as_file(printed(REQUEST, _requests(request, asked), at=clock.now()), name="01-td.pdf")


@page(audience=Audience.BRANCH, roles=ROAD)
def authorisation_paper(request: Asked, application: UUID, ending: str) -> HttpResponse:
    """01/UQ, in two originals when printed."""
    file = _file(application, on=request.today)
    _taken(request, [file.row])
    values = authorisation_values(file, commune=_commune(file.row.place, on=request.today), on=request.today)
    return paper_answer(AUTHORISATION, [values], ending=ending, copies=AUTHORISATION_COPIES)


@page(audience=Audience.BRANCH, roles=ROAD)
def list_paper(request: Asked, request_list: UUID, ending: str) -> HttpResponse:
    """03/TD, in two originals when printed."""
    sheet = list_sheet(request_list)
    if sheet is None or not sheet.lines:
        raise Http404
    _taken(request, [line.file for line in sheet.lines])
    values = request_list_values(sheet, commune=_commune(sheet.lines[0].file.place, on=request.today))
    return paper_answer(REQUEST_LIST, [values], ending=ending, copies=LIST_COPIES)


@page(audience=Audience.BRANCH, roles=ROAD)
def notice_paper(request: Asked, notice: UUID, ending: str) -> HttpResponse:
    """04/TD."""
    sheet = answer_sheet(notice)
    if sheet is None:
        raise Http404
    _taken(request, [line.file for line in sheet.lines])
    office = units_by_id([sheet.unit], on=request.today)[sheet.unit].short_name
    values = result_notice_values(sheet, office=office, commune=_commune(sheet.place, on=request.today))
    return paper_answer(RESULT_NOTICE, [values], ending=ending)


def _taken(request: Asked, rows: Iterable[FileRow]) -> None:
    seen(request, [row.borrower for row in rows], purpose="request", exported=True)


def _requests(request: Asked, applications: Iterable[UUID]) -> list[dict[str, Any]]:
    on = request.today
    files = [_file(each, on=on) for each in applications]
    if not files:
        raise Http404
    _taken(request, [file.row for file in files])
    offices = units_by_id({file.row.unit for file in files}, on=on)
    communes = {place.code: f"{place.type} {place.name}" for place in places(on=on)}
    return [
        request_values(
            file,
            terms=offered_terms(file.row.id, on=on),
            office=offices[file.row.unit].short_name,
            commune=communes.get(file.row.place, file.row.place_name),
            on=on,
        )
        for file in files
    ]


def _form(code: str) -> Form:
    if code not in FORMS:
        raise Http404
    return FORMS[code]


def _file(application: UUID, *, on: date) -> File:
    file = file_of(application, on=on)
    if file is None:
        raise Http404
    return file


def _commune(place: str, *, on: date) -> str:
    return next((f"{row.type} {row.name}" for row in places(on=on) if row.code == place), "")
