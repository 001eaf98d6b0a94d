"""What officers write down of a person's consent, and of its withdrawal."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.record_consent import record_consent
from dongvon.domain.people.operations.withdraw_consent import withdraw_consent
from dongvon.interfaces.web.people.forms import ConsentForm, WithdrawForm
from dongvon.interfaces.web.people.pages import found, person_shown
from dongvon.interfaces.web.people.words import KEEPERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def consent_act(request: Asked, person_id: UUID) -> HttpResponse:
    """They were told, and agreed on paper."""
    row, form = found(person_id), ConsentForm(request.POST)
    if form.is_valid():
        told = {"on": form.cleaned_data["on"], "kept_at": form.cleaned_data["kept_at"]}
        outcome = perform(request, record_consent, form=form, person=row.id, **told)
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã ghi sự đồng ý."), person_id=row.id)
    return person_shown(request, row, wrong={"consent": form})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def withdraw_act(request: Asked, person_id: UUID) -> HttpResponse:
    """They take it back."""
    row, form = found(person_id), WithdrawForm(request.POST)
    if form.is_valid():
        outcome = perform(request, withdraw_consent, form=form, person=row.id, on=form.cleaned_data["on"])
        if outcome:
            return answer(request, outcome, to="persons:person", done=_("Đã ghi việc rút đồng ý."), person_id=row.id)
    return person_shown(request, row, wrong={"withdraw": form})
