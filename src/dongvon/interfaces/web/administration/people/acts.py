"""What administrators do about people and posts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.operations.appoint import appoint
from dongvon.domain.units.operations.close_account import close_account
from dongvon.domain.units.operations.dismiss import dismiss
from dongvon.domain.units.operations.open_account import open_account
from dongvon.domain.units.operations.reset_factors import reset_factors
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.administration.people.forms import OpenForm, PostForm, ReasonForm
from dongvon.interfaces.web.administration.people.invitation import invite
from dongvon.interfaces.web.administration.people.pages import found, index_page, person_page
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.ADMINISTRATION)
@require_POST
def open_one(request: Asked) -> HttpResponse:
    """Open an account and send the invitation."""
    form = OpenForm(request.POST)
    if not form.is_valid():
        return index_page(request, form=form)
    outcome = perform(request, open_account, form=form, **form.cleaned_data)
    if not outcome:
        return index_page(request, form=form)
    invite(outcome.result)
    done = _("Đã mở tài khoản và gửi thư mời. Hãy giao vai trò cho người này.")
    return answer(request, outcome, to="people:person", done=done, person=outcome.result)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def invite_again(request: Asked, person: UUID) -> HttpResponse:
    """Send the invitation anew; an earlier link stays good until one of them is used."""
    row = found(request, person)
    if row.is_active:
        invite(row.id)
        messages.success(request, _("Đã gửi thư mời đặt mật khẩu."))
    return redirect("people:person", person=row.id)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def give(request: Asked, person: UUID) -> HttpResponse:
    """Give a post."""
    row = found(request, person)
    form = PostForm(request.POST, wanted=request.GET.get("don-vi", ""), on=request.today)
    if not form.is_valid():
        return person_page(request, row, form=form)
    given = form.cleaned_data | {"unit": UUID(form.cleaned_data["unit"]), "role": Role(form.cleaned_data["role"])}
    outcome = perform(request, appoint, form=form, person=row.id, **given)
    if not outcome:
        return person_page(request, row, form=form)
    return answer(request, outcome, to="people:person", done=_("Đã giao vai trò."), person=row.id)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def take(request: Asked, post: UUID) -> HttpResponse:
    """End a post from today on."""
    reason = request.POST.get("reason", "")
    outcome = perform(request, dismiss, post=post, on=request.today, reason=reason)
    back = request.POST.get("person", "")
    if not back:
        return answer(request, outcome, to="people:index", done=_("Vai trò đã kết thúc."))
    return answer(request, outcome, to="people:person", done=_("Vai trò đã kết thúc."), person=back)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def reset(request: Asked, person: UUID) -> HttpResponse:
    """Take away second factors that were lost, so that they can be set up anew."""
    row = found(request, person)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return person_page(request, row, form=form)
    outcome = perform(request, reset_factors, form=form, person=row.id, **form.cleaned_data)
    if not outcome:
        return person_page(request, row, form=form)
    done = _("Đã gỡ lớp xác thực thứ hai; lần đăng nhập tới người này phải cài lại.")
    return answer(request, outcome, to="people:person", done=done, person=row.id)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def close(request: Asked, person: UUID) -> HttpResponse:
    """Close an account, with the reason."""
    row = found(request, person)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return person_page(request, row, form=form)
    outcome = perform(request, close_account, form=form, person=row.id, on=request.today, **form.cleaned_data)
    if not outcome:
        return person_page(request, row, form=form)
    return answer(request, outcome, to="people:person", done=_("Tài khoản đã đóng."), person=row.id)
