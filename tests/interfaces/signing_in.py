"""Signs a person in to the test client as the sign-in pages would, second factor included."""

from uuid import UUID

from django.test import Client

from dongvon.domain.units.models import User

TWICE = [{"method": "password", "at": 0}, {"method": "mfa", "at": 1}]


def sign_in(client: Client, person: UUID, *, twice: bool = True) -> None:
    """Without `twice` only a password was given."""
    client.force_login(User.objects.get(pk=person), "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods_user"] = str(person)
    session["account_authentication_methods"] = TWICE if twice else TWICE[:1]
    session.save()
