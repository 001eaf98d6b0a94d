"""The acts on a loan: one page each, drawn with what limits it; money is previewed before it is booked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path

from dongvon.domain.lending.operations.preview_repayment import preview_repayment
from dongvon.domain.lending.vocabulary import Met
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.loans.act_forms import ActForm, ReceiveForm
from dongvon.interfaces.web.loans.decision_forms import DecisionForm
from dongvon.interfaces.web.loans.facts import badge, heading
from dongvon.interfaces.web.loans.pages import business_day, found_loan
from dongvon.interfaces.web.loans.verbs import ACTS, Act
from dongvon.interfaces.web.loans.words import parts_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform, told
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock
from dongvon.kernel.refusals import Refusal


def addresses() -> list[URLPattern]:
    """One address for each act."""
    return [path(f"<uuid:loan>/{act.slug}/", _page(act), name=act.name) for act in ACTS]


def _page(act: Act) -> Any:
    """The view of an act, open to those whom its operation allows."""

    @page(audience=Audience.BRANCH, roles=act.roles)
    def view(request: Asked, loan: UUID) -> HttpResponseBase:
        facts, on = found_loan(request, loan), business_day(request)
        if request.method != "POST":
            return _drawn(request, act, act.form(loan=facts, on=on))
        form = act.form(request.POST, loan=facts, on=on)
        if not form.is_valid():
            return _drawn(request, act, form)
        asks = "preview" in request.POST and isinstance(form, ReceiveForm)
        return _previewed(request, act, form) if asks else _done(request, act, form)

    return view


def _done(request: Asked, act: Act, form: ActForm) -> HttpResponse:
    outcome = perform(request, act.operation, form=form, **form.arguments)
    if not outcome:
        return _drawn(request, act, form)
    met = outcome.result
    words = f"{str(act.done).rstrip('.')}: {parts_shown(_parts(met))}." if isinstance(met, Met) else act.done
    return answer(request, outcome, to="loans:loan", done=words, loan=form.loan.id)


def _previewed(request: Asked, act: Act, form: ActForm) -> HttpResponse:
    """What the money would meet, with the booking one button away."""
    given = {name: form.arguments[name] for name in ("loan", "on", "amount", "value_on")}
    try:
        met = preview_repayment(by=request.actor, at=clock.now(), **given)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, told(refusal))
        return _drawn(request, act, form)
    return _drawn(request, act, form, preview=f"{money_shown(met.amount)}: {parts_shown(_parts(met))}")


def _drawn(request: Asked, act: Act, form: ActForm, *, preview: str = "") -> HttpResponse:
    values = {
        "act": act,
        "form": form,
        "loan": form.loan,
        "heading": heading(form.loan),
        "badge": badge(form.loan),
        "limits": act.limited(form.loan, form.on),
        "petition": form.petition if isinstance(form, DecisionForm) else None,
        "unasked": isinstance(form, DecisionForm) and form.petition is None,
        "preview": preview,
        "on": form.on,
    }
    return render(request, "loans/act.html", values, status=422 if form.errors else 200)


def _parts(met: Met) -> dict[str, int]:
    return {name: getattr(met, name) for name in Met.__slots__ if name not in ("receipt", "amount")}
