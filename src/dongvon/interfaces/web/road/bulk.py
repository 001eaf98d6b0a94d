"""Steps taken for many files at once, from the desk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.approve import ApprovalLine, approve
from dongvon.domain.lending.operations.control import control
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.lending.queries.road_history import proposals
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, led, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.LENDING, roles={Role.CREDIT_OFFICER})
@require_POST
def take_in_many(request: Asked) -> HttpResponse:
    """The files of a session are handed over."""
    return _together(request, take_in, applications=chosen(request))


@page(audience=Audience.LENDING, roles={Role.CREDIT_CONTROLLER})
@require_POST
def control_many(request: Asked) -> HttpResponse:
    """Agree with several appraisals."""
    return _together(request, control, applications=chosen(request), seen="eligible")


@page(audience=Audience.LENDING, roles={Role.OFFICE_DIRECTOR})
@require_POST
def approve_many(request: Asked) -> HttpResponse:
    """Approve several files as they were appraised."""
    said = proposals(chosen(request))
    lines = tuple(
        ApprovalLine(application=one, amount=each.amount, term_months=each.term_months, seen="eligible")
        for one, each in sorted(said.items())
    )
    return _together(request, approve, lines=lines)


def _together(request: Asked, operation: Any, **given: Any) -> HttpResponse:
    if not any(given.values()):
        messages.info(request, str(_("Chưa chọn hồ sơ nào.")))
        return led(request, redirect("road:desk"))
    outcome = perform(request, operation, **given)
    return answer(request, outcome, to="road:desk", done=_("Đã xử lý các hồ sơ đã chọn."))


def chosen(request: Asked) -> tuple[UUID, ...]:
    """Marked files; what is no identifier was not sent by our page."""
    found = []
    for text in request.POST.getlist("applications"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return tuple(sorted(set(found)))
