"""What a unit does to its report: begins it, writes, proves, raises concerns, hands it in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.attach_evidence import attach_evidence
from dongvon.domain.workplan.operations.detach_evidence import detach_evidence
from dongvon.domain.workplan.operations.open_report import open_report
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.submit import submit as submit_report
from dongvon.domain.workplan.operations.withdraw_concern import withdraw_concern
from dongvon.domain.workplan.queries.inbox import clause_choices
from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.interfaces.web.reports.forms import ConcernForm, EvidenceForm, SubmitForm
from dongvon.interfaces.web.reports.pages import BRANCH, WRITERS, found_report, shown, submit_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, answer, led, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def begin(request: Asked, round: UUID, reporter: UUID) -> HttpResponse:
    """Open the draft of a unit in a round."""
    outcome = perform(request, open_report, round=round, reporter=reporter)
    if not outcome:
        return redirect("report:owed")
    return led(request, redirect("report:read", report=outcome.result))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def attach(request: Asked, report: UUID, clause: UUID) -> HttpResponse:
    """Add a file or an address as evidence."""
    form = EvidenceForm(request.POST, request.FILES, clause=clause)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return _to_clause(request, report)
    given = form.cleaned_data["file"]
    outcome = perform(
        request,
        attach_evidence,
        report=report,
        clause=clause,
        title=form.cleaned_data["title"],
        link=form.cleaned_data["link"],
        file_name=given.name if given else "",
        content=given.read() if given else b"",
    )
    return _told(request, outcome, report, done=now("Đã thêm minh chứng."))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def detach(request: Asked, report: UUID, evidence: UUID) -> HttpResponse:
    """Take a piece of evidence out."""
    outcome = perform(request, detach_evidence, evidence=evidence)
    return _told(request, outcome, report, done=now("Đã bỏ minh chứng."))


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def raise_(request: Asked, report: UUID) -> HttpResponse:
    """Say a difficulty or a proposal in the report."""
    found = found_report(request, report)
    form = ConcernForm(request.POST, clauses=clause_choices(found.row.plan))
    if not form.is_valid():
        return shown(request, found, concern=form, status=422)
    given = form.cleaned_data
    outcome = perform(
        request,
        raise_concern,
        form=form,
        plan=found.row.plan,
        unit=found.row.reporter,
        report=report,
        kind=ConcernKind(given["kind"]),
        text=given["text"],
        clause=given["clause"],
    )
    if not outcome:
        return shown(request, found, concern=form, status=422)
    return _told(request, outcome, report, done=now("Đã ghi ý kiến; ý kiến được gửi cùng báo cáo."), anchor="y-kien")


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def withdraw(request: Asked, report: UUID, concern: UUID) -> HttpResponse:
    """Take a concern out of the draft."""
    outcome = perform(request, withdraw_concern, concern=concern)
    return _told(request, outcome, report, done=now("Đã bỏ ý kiến."), anchor="y-kien")


@page(audience=Audience.UNIT, roles=BRANCH | {Role.UNIT_HEAD})
@require_POST
def hand_in(request: Asked, report: UUID) -> HttpResponse:
    """Submit the report as it was seen."""
    form = SubmitForm(request.POST)
    if form.is_valid():
        outcome = perform(request, submit_report, form=form, report=report, expects=form.cleaned_data["expects"])
        if outcome:
            done = _("Đã nộp báo cáo. Chi nhánh sẽ xem xét và trả lời trên hệ thống.")
            return answer(request, outcome, to="report:read", done=done, report=report)
    found = found_report(request, report)
    return submit_shown(request, found, form=_again(form, edition=found.edition), status=422)


def _again(form: SubmitForm, *, edition: int) -> SubmitForm:
    """The same form with its errors, for the report as it stands now."""
    form.data = {**form.data, "expects": str(edition)}
    return form


def _told(request: Asked, outcome: Outcome[Any], report: UUID, *, done: str, anchor: str = "") -> HttpResponse:
    if outcome:
        messages.success(request, done)
    return _to_clause(request, report, anchor=anchor)


def _to_clause(request: Asked, report: UUID, *, anchor: str = "") -> HttpResponse:
    """Back to the clause that was open."""
    place = reverse("report:read", args=[report])
    code = request.POST.get("nhiem_vu", "")
    query = f"?nhiem_vu={code}" if code.isalnum() else "?xem=tat-ca" if request.POST.get("xem") else ""
    return led(request, redirect(f"{place}{query}{'#' + anchor if anchor else ''}"))
