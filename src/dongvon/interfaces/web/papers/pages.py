"""Forms: the shelf of blank ones, the papers of a file, and a filled request read back."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.documents.papers.word_form import shipped_template
from dongvon.domain.documents.queries.templates import codes_in_use, template_content, template_in_use, templates
from dongvon.domain.lending.papers.filled import FilledPaper
from dongvon.domain.lending.papers.housing.decisions import DRAW_MINUTES, HOUSING_LIST
from dongvon.domain.lending.papers.housing.values import draw_values
from dongvon.domain.lending.papers.of_file import paper_of
from dongvon.domain.lending.papers.of_loan import paper_of_loan
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.lending.papers.request_list import COPIES as LIST_COPIES
from dongvon.domain.lending.papers.request_list import REQUEST_LIST, request_list_values
from dongvon.domain.lending.papers.result_notice import RESULT_NOTICE, result_notice_values
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.domain.lending.papers.wording import commune_of, office_of
from dongvon.domain.lending.queries.lotteries import lottery_of
from dongvon.domain.lending.queries.road_papers import answer_sheet, list_sheet
from dongvon.domain.lending.queries.routes import all_grounds
from dongvon.domain.units.queries.directory import UnitRow, city_name, units_by_id
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.papers.answering import MOST, as_file, paper_answer
from dongvon.interfaces.web.papers.forms import TemplateUpload
from dongvon.interfaces.web.papers.tables import fields_table, shelf_table, versions_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import Purpose, seen

#: Its lists have a form of their own, 03/NƠXH.
HOMES_BUILT = "12.xay"
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
    return render(request, "papers/shelf.html", {"table": shelf_table(codes_in_use(on=request.today))})


@page(audience=Audience.BRANCH, roles=ROAD)
def blank(request: Asked, code: str, ending: str) -> HttpResponse:
    """A form to be filled in by hand or in Word; the template that ships with the program under "mau"."""
    form = _form(code)
    if "mau" in request.GET and ending == "docx":
        return as_file(shipped_template(form), name=f"{form.code}-mau.docx")
    return paper_answer(form, [to_fill_in(form)], ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def version(_request: Asked, code: str, number: int) -> HttpResponse:
    """One version of a template, with its marks."""
    found = next((row for row in templates(_form(code).code) if row.number == number), None)
    if found is None:
        raise Http404
    return as_file(template_content(found.id), name=f"{code}-mau-{number}.docx")


@page(audience=Audience.BRANCH, roles=ROAD)
def template(request: Asked, code: str) -> HttpResponse:
    """One form: its template to edit, and the versions there were."""
    return template_shown(request, code, form=TemplateUpload(initial={"from_on": request.today}))


def template_shown(request: Asked, code: str, *, form: TemplateUpload, status: int = 200) -> HttpResponse:
    """The page of one form, with the upload as it stands."""
    own = template_in_use(code, on=request.today)
    values = {
        "paper": _form(code),
        "code": code,
        "form": form,
        "own": own,
        "edits": bool(request.standing.roles & EDITORS),
    }
    values["versions"] = versions_table(templates(code), code=code, own=own.id if own else None)
    values["fields"] = fields_table(_form(code))
    return render(request, "papers/template.html", values, status=status)


@page(audience=Audience.BRANCH, roles=ROAD)
def file_paper(request: Asked, application: UUID, code: str, ending: str) -> HttpResponse:
    """A form of one file, in as many copies as are signed."""
    return answered(request, paper_of(application, code, on=request.today), ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def loan_paper(request: Asked, loan: UUID, code: str, ending: str) -> HttpResponse:
    """A form about one loan: what its borrower asks, or is told."""
    return answered(request, paper_of_loan(loan, code, on=request.today), ending=ending, purpose="loan")


@page(audience=Audience.BRANCH, roles=ROAD)
def draw_paper(request: Asked, lottery: UUID, ending: str) -> HttpResponse:
    """The minutes of a public draw."""
    held = lottery_of(lottery)
    if held is None:
        raise Http404
    titles = {ground.code: ground.title for ground in all_grounds(on=held.held_on)}
    unit = units_by_id([held.unit], on=held.held_on)[held.unit]
    values = draw_values(held, office=office_of(unit), place=seat_of(unit, on=held.held_on), titles=titles)
    paper = FilledPaper(DRAW_MINUTES, values, tuple(lot.borrower for lot in held.lots))
    return answered(request, paper, ending=ending)


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
    papers = _requests(asked, on=request.today)
    seen(request, [person for paper in papers for person in paper.names], purpose="request", exported=True)
    return paper_answer(REQUEST, [paper.values for paper in papers], ending="pdf")


@page(audience=Audience.BRANCH, roles=ROAD)
def list_paper(request: Asked, request_list: UUID, ending: str) -> HttpResponse:
    """03/TD, in two originals when printed."""
    sheet = list_sheet(request_list)
    if sheet is None or not sheet.lines:
        raise Http404
    if sheet.lines[0].file.programme_key == HOMES_BUILT:
        return answered(request, paper_of(sheet.lines[0].file.id, HOUSING_LIST.code, on=request.today), ending=ending)
    values = request_list_values(sheet, commune=commune_of(sheet.lines[0].file.place, on=request.today))
    names = tuple(line.file.borrower for line in sheet.lines)
    return answered(request, FilledPaper(REQUEST_LIST, values, names, LIST_COPIES), ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def notice_paper(request: Asked, notice: UUID, ending: str) -> HttpResponse:
    """04/TD."""
    sheet = answer_sheet(notice)
    if sheet is None:
        raise Http404
    office = office_of(units_by_id([sheet.unit], on=request.today)[sheet.unit])
    values = result_notice_values(sheet, office=office, commune=commune_of(sheet.place, on=request.today))
    names = tuple(line.file.borrower for line in sheet.lines)
    return answered(request, FilledPaper(RESULT_NOTICE, values, names), ending=ending)


def _requests(applications: Iterable[UUID], *, on: date) -> list[FilledPaper]:
    found = [paper_of(each, REQUEST.code, on=on) for each in applications]
    papers = [paper for paper in found if paper]
    if len(papers) < len(found):
        raise Http404
    return papers


def answered(request: Asked, paper: FilledPaper | None, *, ending: str, purpose: Purpose = "request") -> HttpResponse:
    """A filled paper, whom it names noted; or the page that says there is none."""
    if paper is None:
        raise Http404
    seen(request, paper.names, purpose=purpose, exported=True)
    return paper_answer(paper.form, [paper.values], ending=ending, copies=paper.copies)


def seat_of(unit: UnitRow, *, on: date) -> str:
    """Where an office dates its papers."""
    return commune_of(unit.place or "", on=on) or city_name(on=on).removeprefix("thành phố ").removeprefix("tỉnh ")


def _form(code: str) -> Form:
    if code not in FORMS:
        raise Http404
    return FORMS[code]
