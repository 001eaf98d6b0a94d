"""Nobody signs up: accounts are opened by an administrator. Nobody's address tells whether it has an account."""

from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from dongvon.kernel import clock


class ClosedDoor(DefaultAccountAdapter):
    """allauth's adapter with the sign-up page shut, and letters that name this program."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's contract
        """Never."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """Every letter of the program begins alike."""
        return f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in a moment ago is not asked again."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        lately = clock.now().timestamp() - latest < account_settings.REAUTHENTICATION_TIMEOUT
        return not lately and super().is_reauthentication_required(app=app, **kwargs)
