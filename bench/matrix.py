"""The unit × period matrix at full size: the read, the page, and the bare grouping beside them."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from bench._city import AT, build
from bench._clock import p95, report
from bench._database import fresh_database
from bench.activation import draft_plan

MARK = 0.1
ON = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
FLOOR = """
SELECT unit_id, round_id, count(*), count(met_at), bool_or(late) FROM workplan_obligation GROUP BY unit_id, round_id
"""


def main() -> int:
    """0 when every line keeps its mark."""
    with fresh_database():
        return _measure()


def _page() -> Callable[[], None]:
    """The whole page as the branch's director gets it: gate, row policies, drawing."""
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client, override_settings

    from dongvon.domain.units.queries.directory import unit_by_code
    from dongvon.domain.units.vocabulary import Role
    from tests.interfaces.signing_in import sign_in
    from tests.operations.units.city import City

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()  # nothing was collected here
    branch = unit_by_code("nhcsxh-chi-nhanh", on=ON)
    assert branch is not None
    client, city = Client(), City(units={branch.code: branch.id})
    with transaction.atomic():
        sign_in(client, city.person("lan", unit=branch.code, role=Role.BRANCH_DIRECTOR))

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE dongvon_web")
            answer = client.get("/don-doc/?theo=don-vi", HTTP_HOST="localhost")
            cursor.execute("RESET ROLE")
        assert answer.status_code == 200, answer.status_code
        assert answer.content.count(b"<td>") > 3_000

    return ask


def _measure() -> int:
    from django.db import connection, transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.activate import activate
    from dongvon.domain.workplan.queries.follow_up import follow_up, rates
    from dongvon.domain.workplan.queries.matrix import matrix
    from dongvon.kernel.ids import new_id

    build()
    plan = draft_plan()
    with transaction.atomic():
        activate(key=new_id(), by=SYSTEM, at=AT, plan=plan)
    with connection.cursor() as cursor:
        for statement in ("SET ROLE dongvon_owner", "VACUUM ANALYZE workplan_obligation", "RESET ROLE"):
            cursor.execute(statement)
        floor = p95(lambda: cursor.execute(FLOOR))
        kept = [
            report(
                "matrix by unit, 600 × 5",
                p95(lambda: matrix(plan, at=NOW, on=ON, by_unit=True)),
                mark=MARK,
                floor=floor,
            ),
            report("matrix by reporter", p95(lambda: matrix(plan, at=NOW, on=ON)), mark=MARK, floor=floor),
            report("rates of all rounds", p95(lambda: rates(plan, at=NOW)), mark=MARK, floor=floor),
            report(
                "follow-up of one round",
                p95(lambda: follow_up(plan, round=None, at=NOW, on=ON)),
                mark=MARK,
                floor=floor,
            ),
            report("the whole page, 600 × 5", p95(_page()), mark=MARK, floor=floor),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
