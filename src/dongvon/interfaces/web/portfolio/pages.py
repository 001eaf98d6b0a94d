"""Portfolios that come in: the list, one file with what was found in it, the template, the lines to mend."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from dongvon.domain.lending.papers.faults import faults_workbook
from dongvon.domain.lending.papers.template import portfolio_template
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.lending.queries.handovers import HandoverLine, handovers, problem_groups, problems
from dongvon.domain.lending.queries.handovers import handover as handover_of
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.portfolio.forms import OrderForm, UploadForm
from dongvon.interfaces.web.portfolio.tables import cell_table, group_table, handover_table, total_table
from dongvon.interfaces.web.portfolio.words import state_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

BRINGERS = frozenset({Role.ACCOUNTANT, Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
def index(request: Asked) -> HttpResponse:
    """Files that were brought in, and the form for another."""
    form = UploadForm(initial={"on": open_day() or request.today})
    return render(request, "portfolio/index.html", {"form": form, "table": handover_table(handovers())})


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
def template(_request: Asked) -> HttpResponse:
    """The workbook to be filled in."""
    return _workbook(portfolio_template(), "mau-danh-muc-khoan-vay.xlsx")


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
def handover(request: Asked, handover: UUID) -> HttpResponse:
    """One file: how far it is, what it holds, what is wrong with it, and what can be done."""
    found = _found(handover)
    if "code" in request.GET:
        seen(request, [found.id], purpose="import", of=found.id)
    return render(request, "portfolio/handover.html", handover_values(found, code=request.GET.get("code", "")))


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
def faults(request: Asked, handover: UUID) -> HttpResponse:
    """The lines to mend, as a workbook with a comment on each cell at fault; without any, back to the file's page."""
    found = _found(handover)
    if not found.stored_as or not found.bad_rows:
        return redirect("portfolio:handover", handover)
    seen(request, [found.id], count=found.bad_rows, purpose="import", of=found.id, exported=True)
    with default_storage.open(found.stored_as) as file:
        return _workbook(faults_workbook(found.id, file, name=found.file_name), f"dong-loi-{found.on:%Y%m%d}.xlsx")


def handover_values(found: HandoverLine, *, code: str = "") -> dict[str, object]:
    """What the page of a handover draws."""
    groups = problem_groups(found.id)
    counts = (
        (_("Khoản vay mới"), found.new_rows),
        (_("Đã có trong sổ"), found.known_rows),
        (_("Dòng lỗi"), found.bad_rows),
        (_("Đã tất toán, bỏ qua"), found.settled_rows),
        (_("Khách hàng mới"), found.new_people),
        (_("Tổ mới"), found.new_groups),
    )
    return {
        "handover": found,
        "badge": state_badge(found.state),
        "counts": counts,
        "totals": total_table(found),
        "groups": group_table(groups, handover=found),
        "cells": cell_table(problems(found.id, code=code)) if code in {each.code for each in groups} else None,
        "fault": _(found.fault["text"]).format(**found.fault["values"]) if found.fault else "",
        "form": OrderForm(),
    }


def _found(handover: UUID) -> HandoverLine:
    found = handover_of(handover)
    if found is None:
        raise Http404
    return found


def _workbook(content: bytes, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition or ""})
