"""What is done with one file, by whoever has its next step in hand."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.add_paper import add_paper
from dongvon.domain.lending.operations.apply import PaperDraft
from dongvon.domain.lending.operations.appraise import appraise
from dongvon.domain.lending.operations.approve import ApprovalLine, approve
from dongvon.domain.lending.operations.complete import complete
from dongvon.domain.lending.operations.control import control
from dongvon.domain.lending.operations.declare import declare
from dongvon.domain.lending.operations.decline import decline
from dongvon.domain.lending.operations.hand_out import hand_out
from dongvon.domain.lending.operations.notify import notify
from dongvon.domain.lending.operations.send_back import send_back
from dongvon.domain.lending.operations.sign import sign
from dongvon.domain.lending.operations.withdraw import withdraw
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.road.forms import (
    AppraiseForm,
    ApproveForm,
    ControlForm,
    DeclareForm,
    NoticeForm,
    PaperForm,
    ReasonForm,
    SaidForm,
    SignForm,
)
from dongvon.interfaces.web.road.pages import file_shown, found_file
from dongvon.interfaces.web.road.roles import ASKING, COMMUNE
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked

BANK = frozenset({Role.CREDIT_OFFICER, Role.CREDIT_CONTROLLER, Role.OFFICE_DIRECTOR})
DECIDING = BANK | {Role.GROUP_LEADER, Role.COMMUNE_CHAIR}


@page(audience=Audience.LENDING, roles={Role.CREDIT_OFFICER})
@require_POST
def appraise_act(request: Asked, application: UUID) -> HttpResponse:
    """The officer's findings."""
    form = AppraiseForm(request.POST)
    return _done(request, application, form, appraise, done=_("Đã ghi thẩm định."), seen=_seen(request))


@page(audience=Audience.LENDING, roles={Role.CREDIT_CONTROLLER})
@require_POST
def control_act(request: Asked, application: UUID) -> HttpResponse:
    """The controller agrees."""
    form = ControlForm(request.POST)
    return _done(request, application, form, control, done=_("Đã kiểm soát hồ sơ."), many=True, seen=_seen(request))


@page(audience=Audience.LENDING, roles={Role.OFFICE_DIRECTOR})
@require_POST
def approve_act(request: Asked, application: UUID) -> HttpResponse:
    """The director lends."""
    form = ApproveForm(request.POST)
    found_file(request, application)
    if form.is_valid():
        line = ApprovalLine(application=application, seen=_seen(request), **form.cleaned_data)
        outcome = perform(request, approve, form=form, lines=(line,))
        if outcome:
            return answer(request, outcome, to="road:file", done=_("Đã phê duyệt cho vay."), application=application)
    return file_shown(request, application, form=form, status=422)


@page(audience=Audience.LENDING, roles=DECIDING)
@require_POST
def decline_act(request: Asked, application: UUID) -> HttpResponse:
    """No, and why."""
    return _done(request, application, ReasonForm(request.POST), decline, done=_("Đã từ chối, có ghi lý do."))


@page(audience=Audience.LENDING, roles=DECIDING | COMMUNE)
@require_POST
def send_back_act(request: Asked, application: UUID) -> HttpResponse:
    """What has to be completed."""
    form = ReasonForm(request.POST)
    return _done(request, application, form, send_back, done=_("Đã trả hồ sơ để bổ sung."), names={"reason": "missing"})


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def complete_act(request: Asked, application: UUID) -> HttpResponse:
    """The file is whole again."""
    return _done(
        request, application, SaidForm(request.POST), complete, done=_("Hồ sơ đã được bổ sung và chuyển tiếp.")
    )


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def withdraw_act(request: Asked, application: UUID) -> HttpResponse:
    """The household no longer wants the loan."""
    form = SaidForm(request.POST)
    return _done(request, application, form, withdraw, done=_("Đã rút hồ sơ."), names={"said": "reason"})


@page(audience=Audience.LENDING, roles={Role.OFFICE_DIRECTOR})
@require_POST
def sign_act(request: Asked, application: UUID) -> HttpResponse:
    """The contract is signed."""
    return _done(request, application, SignForm(request.POST), sign, done=_("Đã ký hợp đồng, lập khoản vay."))


@page(audience=Audience.LENDING, roles={Role.CREDIT_OFFICER})
@require_POST
def notify_act(request: Asked, application: UUID) -> HttpResponse:
    """The commune is told."""
    form = NoticeForm(request.POST)
    return _done(request, application, form, notify, done=_("Đã gửi thông báo 04/TD."), many=True)


@page(audience=Audience.LENDING, roles=ASKING | COMMUNE)
@require_POST
def paper_act(request: Asked, application: UUID) -> HttpResponse:
    """A paper comes into the file."""
    form = PaperForm(request.POST, request.FILES)
    found_file(request, application)
    if form.is_valid():
        copy = form.cleaned_data.pop("file")
        given = {"file_name": copy.name, "content": copy.read()} if copy else {}
        paper = PaperDraft(**form.cleaned_data)
        outcome = perform(request, add_paper, form=form, application=application, paper=paper, **given)
        if outcome:
            return answer(request, outcome, to="road:file", done=_("Đã bổ sung giấy tờ."), application=application)
    return file_shown(request, application, form=form, status=422)


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def declare_act(request: Asked, application: UUID, tranche: UUID) -> HttpResponse:
    """The learner declared."""
    form = DeclareForm(request.POST)
    found_file(request, application)
    if form.is_valid():
        outcome = perform(request, declare, form=form, tranche=tranche, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="road:file", done=_("Đã ghi kê khai."), application=application)
    return file_shown(request, application, form=form, status=422)


@page(audience=Audience.LENDING, roles={Role.TELLER})
@require_POST
def hand_out_act(request: Asked, application: UUID, tranche: UUID) -> HttpResponse:
    """Money changes hands on the open business day."""
    found_file(request, application)
    outcome = perform(request, hand_out, tranche=tranche, on=open_day() or request.today)
    return answer(request, outcome, to="road:file", done=_("Đã giải ngân."), application=application)


def _done(
    request: Asked,
    application: UUID,
    form: forms.Form,
    operation: Any,
    *,
    done: Promise | str,
    many: bool = False,
    names: dict[str, str] | None = None,
    **more: Any,
) -> HttpResponse:
    """Ask one operation about one file with what the form says; draw the file again where it refuses."""
    found_file(request, application)
    if form.is_valid():
        given = {(names or {}).get(name, name): value for name, value in form.cleaned_data.items()}
        about: dict[str, Any] = {"applications": (application,)} if many else {"application": application}
        outcome = perform(request, operation, form=form, **about, **given, **more)
        if outcome:
            return answer(request, outcome, to="road:file", done=done, application=application)
    return file_shown(request, application, form=form, status=422)


def _seen(request: Asked) -> str:
    """The verdict that stood on the page when the form was drawn."""
    return request.POST.get("seen", "")
