"""The commune's page of 60 lines to confirm, drawn whole, beside reading the same rows bare."""

import sys
from typing import Any

from bench._clock import p95, report
from bench._database import fresh_database

MARK = 0.1
LINES = 60
FLOOR = "SELECT * FROM lending_application WHERE stage = 'screened'"


def main() -> int:
    """0 when the page keeps its mark."""
    with fresh_database():
        return 0 if _measure(_signed_in()) else 1


def _signed_in() -> Any:
    """Sixty requests of one group lie before the chair of their commune, who is signed in."""
    from django.db import transaction
    from django.test import Client

    from dongvon.domain.units.vocabulary import Role
    from dongvon.kernel import clock
    from tests.interfaces.signing_in import sign_in
    from tests.operations.lending.village import found_village
    from tests.operations.units.city import build_city

    with transaction.atomic():
        city = build_city()
        village = found_village(city, members=LINES)
        village.at = clock.now()
        village.list("poor", *range(0, LINES, 2))
        village.screened(*(village.ask(of=each) for each in range(LINES)))
        client = Client()
        sign_in(client, city.person("chair", unit="ubnd-26242", role=Role.COMMUNE_CHAIR))
    return client


def _measure(client: Any) -> bool:
    from django.conf import settings
    from django.db import connection
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()  # nothing was collected here
    page = client.get("/ho-so-vay/xac-nhan/")
    assert page.status_code == 200
    assert page.content.decode().count('name="seen-') == LINES
    with connection.cursor() as cursor:
        floor = p95(lambda: cursor.execute(FLOOR))
    return report(f"page of {LINES} lines", p95(lambda: client.get("/ho-so-vay/xac-nhan/")), mark=MARK, floor=floor)


if __name__ == "__main__":
    sys.exit(main())
