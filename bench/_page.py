"""A page as the person who is signed in gets it: gate, row policies, drawing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID


def signed_in(person: UUID) -> Any:
    """A client of that person; pages find their static files where they lie, as nothing was collected here."""
    from django.conf import settings
    from django.db import transaction
    from django.test import Client, override_settings

    from tests.interfaces.signing_in import sign_in

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()
    client = Client()
    with transaction.atomic():
        sign_in(client, person)
    return client


def asking(client: Any, address: str) -> Callable[[], None]:
    """Asks for the page as the role that owns no table."""
    from django.db import connection

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE dongvon_web")
            answer = client.get(address, HTTP_HOST="localhost")
            cursor.execute("RESET ROLE")
        assert answer.status_code == 200, (address, answer.status_code)

    return ask


def asked(client: Any, address: str) -> int:
    """How many statements the page takes, what surrounds its transaction aside."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        asking(client, address)()
    aside = ("SET ROLE", "RESET ROLE", "BEGIN", "COMMIT")
    return sum(1 for each in captured.captured_queries if not each["sql"].startswith(aside))
