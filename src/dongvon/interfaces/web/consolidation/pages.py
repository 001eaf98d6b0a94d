"""The city report: what can be made, what was made, the numbers and the rows behind each."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from dongvon.domain.documents.queries.attachments import attachment, content_of
from dongvon.domain.documents.queries.templates import template_content, templates
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.papers.report_form import CODE, shipped_form
from dongvon.domain.workplan.papers.report_values import report_values
from dongvon.domain.workplan.papers.sample import sample_report
from dongvon.domain.workplan.queries.consolidations import (
    computation_page,
    consolidation_page,
    consolidations,
    rounds_to_consolidate,
)
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.consolidation.forms import FormUpload
from dongvon.interfaces.web.consolidation.tables import made_table, number_tables, source_table, version_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PARTS = {"bao-cao": "paper", "phu-luc": "workbook"}


@page(audience=Audience.OVERSIGHT)
def index(request: Asked) -> HttpResponse:
    """Rounds of which a report can be made, and every report made so far."""
    values = {
        "rounds": [(row, Deadline(row.due_at, on=request.today).last_day) for row in rounds_to_consolidate()],
        "table": made_table(consolidations()),
        "may_write": bool(BRANCH & request.actor.roles),
    }
    return render(request, "consolidation/index.html", values)


@page(audience=Audience.OVERSIGHT)
def made(request: Asked, consolidation: UUID) -> HttpResponse:
    """One report with all its numbers."""
    found = consolidation_page(consolidation)
    if found is None:
        raise Http404
    numbers = dict(found.cited)
    turnout = [each for each in numbers["punctuality"] if each.value]
    values = {"row": found.row, "turnout": turnout, "tables": number_tables(found)}
    return render(request, "consolidation/made.html", values)


@page(audience=Audience.OVERSIGHT)
def source(request: Asked, computation: UUID) -> HttpResponse:
    """One number of a report, with what every unit contributed to it."""
    found = computation_page(computation, on=request.today)
    if found is None:
        raise Http404
    return render(request, "consolidation/source.html", {"found": found, "table": source_table(found)})


@page(audience=Audience.OVERSIGHT)
def download(_: Asked, consolidation: UUID, part: str) -> HttpResponse:
    """The paper or the annex workbook, always as a download."""
    found = consolidation_page(consolidation)
    if found is None or part not in PARTS:
        raise Http404
    file = attachment(getattr(found, PARTS[part]))
    if file is None:
        raise Http404
    return _file(content_of(file.id), name=file.file_name, media_type=file.media_type)


@page(audience=Audience.BRANCH, roles=BRANCH)
def form(request: Asked) -> HttpResponse:
    """The form in use, its earlier versions, and the field to put another in its place."""
    return form_shown(request, form=FormUpload())


@page(audience=Audience.BRANCH, roles=BRANCH)
def form_file(_: Asked) -> HttpResponse:
    """The form in use, with its marks, to be edited in Word."""
    stored = next(iter(templates(CODE)), None)
    if stored is None:
        return _file(shipped_form(), name="mau-bao-cao-tong-hop.docx", media_type=WORD)
    return _file(template_content(stored.id), name=stored.file_name, media_type=WORD)


def form_shown(request: Asked, *, form: FormUpload, status: int = 200) -> HttpResponse:
    """The page of the form, with an upload as it stands."""
    versions = templates(CODE)
    people = names_of(version.stored_by for version in versions)
    values = {
        "form": form,
        "table": version_table(versions, people=people),
        "marks": sorted(report_values(sample_report())),
    }
    return render(request, "consolidation/form.html", values, status=status)


def _file(content: bytes, *, name: str, media_type: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
