"""Two hundred requests (01/TD) printed into one .pdf by the page that prints them, beside setting the pages alone."""

import sys
from typing import Any
from uuid import UUID

from bench._clock import report, timed
from bench._database import fresh_database

MARK = 10
FORMS = 200
GROUP = 60


def main() -> int:
    """0 when the file is there in time."""
    with fresh_database():
        client, files = _signed_in()
        return 0 if _measure(client, files) else 1


def _signed_in() -> tuple[Any, list[UUID]]:
    """The requests of four groups lie at one office, whose credit officer is signed in."""
    from django.db import transaction
    from django.test import Client

    from dongvon.domain.units.vocabulary import Role
    from dongvon.kernel import clock
    from tests.interfaces.signing_in import sign_in
    from tests.operations.lending.village import found_village
    from tests.operations.units.city import build_city

    with transaction.atomic():
        city = build_city()
        village = found_village(city, members=GROUP)
        village.at = clock.now()
        files = [village.ask(of=each) for each in range(GROUP)]
        client = Client()
        sign_in(client, city.person("nam", unit="pgd-trang-bom", role=Role.CREDIT_OFFICER))
    return client, [files[at % GROUP] for at in range(FORMS)]


def _measure(client: Any, files: list[UUID]) -> bool:
    from dongvon.domain.documents.papers.filled_form import to_fill_in
    from dongvon.domain.documents.papers.printed_form import printed
    from dongvon.domain.lending.papers.request import REQUEST
    from dongvon.kernel import clock

    blank = [to_fill_in(REQUEST)] * FORMS
    with timed() as alone:
        printed(REQUEST, blank, at=clock.now())
    with timed() as taken:
        answer = client.post("/giay-to/de-nghi-vay.pdf", {"applications": [str(each) for each in files]})
    assert answer.content.startswith(b"%PDF-"), "the file was printed"
    return report(f"{FORMS} forms in one file", taken.seconds, mark=MARK, floor=alone.seconds)


if __name__ == "__main__":
    sys.exit(main())
