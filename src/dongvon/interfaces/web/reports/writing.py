"""Autosave of one clause, and the conflict page when two people wrote it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as now
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.write import ChangedMeanwhile, write
from dongvon.domain.workplan.queries.figures import grid_of
from dongvon.domain.workplan.queries.report_page import ReportPage
from dongvon.domain.workplan.vocabulary import EntryStatus
from dongvon.interfaces.web.reports import drawing
from dongvon.interfaces.web.reports.forms import EntryForm
from dongvon.interfaces.web.reports.pages import WRITERS, found_report, frame
from dongvon.interfaces.web.reports.words import told_status
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, led, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def save(request: Asked, report: UUID, clause: UUID) -> HttpResponse:
    """Store one clause: a line of state for htmx, the page again without it."""
    form = EntryForm(request.POST, clause=clause)
    if not form.is_valid():
        return _faulty(request, form)
    given = form.cleaned_data
    outcome = perform(
        request,
        write,
        form=form,
        report=report,
        clause=clause,
        expects=given["expects"],
        status=EntryStatus(given["status"]),
        narrative=given["narrative"],
        assessment=given["assessment"],
    )
    if isinstance(outcome.refusal, ChangedMeanwhile):
        return _conflict(request, outcome.refusal, report=report, clause=clause)
    return _saved(request, outcome, form, report=report, clause=clause)


def _saved(request: Asked, outcome: Outcome[int], form: EntryForm, *, report: UUID, clause: UUID) -> HttpResponse:
    if not outcome:
        return _faulty(request, form)
    found = found_report(request, report)
    code = _code(found, clause)
    if not request.htmx or request.POST.get("then") == "next":
        messages.success(request, now("Đã lưu nhiệm vụ %(code)s.") % {"code": code})
        place = reverse("report:read", args=[report])
        return led(request, redirect(f"{place}?nhiem_vu={_next(request, found, code=code)}"))
    values = {
        **frame(request, found),
        "section": drawing.section(found, clause=clause, rows=grid_of(found)),
        "items": drawing.items(found, current=code),
        "edition": outcome.result,
        "at": clock.now(),
    }
    return render(request, "reports/saved.html", values)


def _next(request: Asked, found: ReportPage, *, code: str) -> str:
    """The same clause, or the one that follows where that button was pressed."""
    following = drawing.neighbours(found, current=code)[1]
    return following if request.POST.get("then") == "next" and following else code


def _faulty(request: Asked, form: EntryForm) -> HttpResponse:
    """Said beside the form; without htmx at the top of the page."""
    words = " ".join(str(error) for errors in form.errors.values() for error in errors)
    if request.htmx:
        return render(request, "reports/not_saved.html", {"words": words}, status=422)
    messages.error(request, words)
    return redirect(request.headers.get("Referer") or reverse("report:owed"))


def _conflict(request: Asked, refusal: ChangedMeanwhile, *, report: UUID, clause: UUID) -> HttpResponse:
    """Their words, mine, what differs, and a form that keeps either or both."""
    found = found_report(request, report)
    entry = found.words.entry(clause)
    if entry is None:
        raise Http404
    mine, theirs = refusal.values["mine"], refusal.values["theirs"]
    initial = {
        "status": mine.status,
        "narrative": mine.narrative,
        "assessment": mine.assessment,
        "expects": refusal.values["edition"],
    }
    values = {
        **frame(request, found),
        "entry": entry,
        "who": refusal.values["who"],
        "changed_at": refusal.values["changed_at"],
        "theirs": theirs,
        "mine": mine,
        "their_status": told_status(theirs.status),
        "my_status": told_status(mine.status),
        "form": EntryForm(initial=initial, clause=clause),
    }
    if request.htmx:
        response = render(request, "reports/conflict_panel.html", values, status=422)
        response["HX-Retarget"], response["HX-Reswap"] = f"#clause-{entry.code}", "outerHTML show:top"
        return response
    return render(request, "reports/conflict.html", values, status=422)


def _code(found: ReportPage, clause: UUID) -> str:
    entry = found.words.entry(clause)
    if entry is None:
        raise Http404
    return entry.code
