"""The pages of reports over the demo's two years: home, matrix, the editor, the desk, the inbox, the workbook."""

import sys
from datetime import date
from uuid import UUID

from bench._clock import p95, report
from bench._database import fresh_database, settle
from bench._page import asked, asking, signed_in

MARK = 0.1
WORKBOOK_MARK = 0.2
#: Who looks at which page.
PAGES = {
    "home of the director": ("lan", "/"),
    "home of the officer": ("bao", "/"),
    "home of a ward's reporter": ("loc", "/"),
    "matrix by reporter": ("bao", "/don-doc/"),
    "matrix of every unit": ("bao", "/don-doc/?theo=don-vi"),
    "briefing": ("bao", "/don-doc/giao-ban/"),
}
FLOOR = "SELECT * FROM workplan_entry WHERE report_id = %s"


def main() -> int:
    """0 when every line keeps its mark."""
    with fresh_database():
        from dongvon.demo.load import load

        load(plan_path=None, progress=_quietly)
        settle()
        return 0 if all([*_pages(), *_measure()]) else 1


def _quietly(*_: object) -> None:
    """The story is not what is measured here."""


def _pages() -> list[bool]:
    from dongvon.demo.city.load import load_city

    people = load_city().people
    clients = {name: signed_in(people[f"{name}@dongvon.example"]) for name, _ in PAGES.values()}
    return [
        report(f"{what}, {asked(clients[who], address)} queries", p95(asking(clients[who], address)), mark=MARK)
        for what, (who, address) in PAGES.items()
    ]


def _measure() -> list[bool]:
    from django.db import connection

    from dongvon.domain.workplan.papers.workbook import figure_workbook
    from dongvon.domain.workplan.queries.figures import grid_of
    from dongvon.domain.workplan.queries.inbox import inbox
    from dongvon.domain.workplan.queries.report_page import report_page
    from dongvon.domain.workplan.queries.reports import reports_in, reports_waiting
    from dongvon.kernel import clock

    at, on = clock.now(), clock.today()
    chosen, round_ = _largest(on)
    with connection.cursor() as cursor:
        floor = p95(lambda: cursor.execute(FLOOR, [chosen]))
    page = report_page(chosen, at=at, on=on)
    assert page is not None
    rows = grid_of(page)
    entries = len(page.words.entries)
    return [
        report(
            f"one report of {entries} clauses", p95(lambda: report_page(chosen, at=at, on=on)), mark=MARK, floor=floor
        ),
        report("reports waiting", p95(lambda: reports_waiting(on=on)), mark=MARK),
        report("every unit of a round", p95(lambda: reports_in(round_, on=on)), mark=MARK),
        report("inbox of new concerns", p95(lambda: inbox(state="new", on=on)), mark=MARK),
        report(f"workbook of {len(rows)} figures", p95(lambda: figure_workbook(page, rows=rows)), mark=WORKBOOK_MARK),
    ]


def _largest(on: date) -> tuple[UUID, UUID]:
    """The report that answers most clauses, and its round."""
    from dongvon.domain.workplan.models import Report
    from dongvon.domain.workplan.queries.reports import reports_in

    rounds = set(Report.objects.values_list("round", flat=True))
    rows = [row for each in rounds for row in reports_in(each, on=on) if row.report]
    chosen = max(rows, key=lambda row: row.clauses)
    assert chosen.report is not None
    return chosen.report, chosen.round


if __name__ == "__main__":
    sys.exit(main())
