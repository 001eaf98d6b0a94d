"""Nobody signs up: accounts are opened by an administrator."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """allauth's adapter with the sign-up page shut."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
