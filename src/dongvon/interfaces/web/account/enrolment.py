"""Setting up a second factor counts as having shown it: whoever enrols goes straight on to work."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse

from dongvon.interfaces.web.account.forms import NewKeyForm


class EnrolTotp(ActivateTOTPView):
    """allauth's page of the authenticator app."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _proved(self.request, kind="totp")
        return response


class EnrolKey(AddWebAuthnView):
    """allauth's page of passkeys and security keys."""

    form_class = NewKeyForm

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _proved(self.request, kind="webauthn")
        return response


def _proved(request: HttpRequest, *, kind: str) -> None:
    record_authentication(request, authenticated_user(request), method="mfa", type=kind)
