"""The dashboards over the city's whole portfolio, two years of it, with the bare sums beside them."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from bench._clock import p95, report
from bench._database import fresh_database
from bench._whole import build_whole

MARK = 0.1
#: The sums that the overview and the table of communes are made of.
OVER_TIME = """
SELECT month, fund, sum(loans), sum(in_term), sum(overdue), sum(frozen), sum(owed), sum(lent), sum(repaid),
       sum(interest)
FROM insight_total GROUP BY month, fund
"""
BY_PLACE = """
SELECT place, month, fund, sum(loans), sum(in_term), sum(overdue), sum(frozen), sum(owed), sum(lent), sum(repaid),
       sum(interest)
FROM insight_total WHERE month IN ('2026-11-01', '2026-10-01', '2025-12-01') GROUP BY place, month, fund
"""
PAGES = {
    "overview, two years": ("/tin-dung/", OVER_TIME),
    "overview of one programme": ("/tin-dung/?chuong_trinh={programme}", OVER_TIME),
    "overview of one commune": ("/tin-dung/?xa=26041", OVER_TIME),
    "95 communes": ("/tin-dung/xa-phuong/", BY_PLACE),
    "22 offices": ("/tin-dung/phong-giao-dich/", BY_PLACE),
    "programmes": ("/tin-dung/chuong-trinh/", BY_PLACE),
    "map": ("/tin-dung/ban-do/", BY_PLACE),
    "groups of a commune": ("/tin-dung/xa/26041/", BY_PLACE),
    "a group with its loans": ("/tin-dung/to/{group}/", BY_PLACE),
}


def main() -> int:
    """0 when every page keeps its mark."""
    with fresh_database():
        return _measure(_signed_in(build_whole()))


def _signed_in(cast: Any) -> Any:
    """The branch's director before a browser."""
    from django.db import transaction
    from django.test import Client

    from tests.interfaces.signing_in import sign_in

    client = Client()
    with transaction.atomic():
        sign_in(client, cast.city.people["lan@dongvon.example"])
    return client


def _measure(client: Any) -> int:
    from django.conf import settings
    from django.db import connection
    from django.test import override_settings

    from dongvon.domain.groups.models import Group
    from dongvon.domain.programmes.models import Programme

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()  # nothing was collected here
    known = {
        "programme": Programme.objects.get(code="06").id,
        "group": Group.objects.filter(place="26041").order_by("code").values_list("id", flat=True)[0],
    }
    with connection.cursor() as cursor:
        floors = {bare: p95(partial(cursor.execute, bare)) for bare in (OVER_TIME, BY_PLACE)}
    kept = [
        report(what, p95(_page(client, address.format(**known))), mark=MARK, floor=floors[bare])
        for what, (address, bare) in PAGES.items()
    ]
    return 0 if all(kept) else 1


def _page(client: Any, address: str) -> Callable[[], None]:
    """The whole page as the branch's director gets it: gate, row policies, drawing."""
    from django.db import connection

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE dongvon_web")
            answer = client.get(address, HTTP_HOST="localhost")
            cursor.execute("RESET ROLE")
        assert answer.status_code == 200, (address, answer.status_code)

    return ask


if __name__ == "__main__":
    sys.exit(main())
