"""Lists of reports as tables."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.reports import LATER, OWED, ReportRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.wayfinding import Tab
from dongvon.interfaces.web.reports.words import state_badge
from dongvon.interfaces.web.shell.gate import Asked

COLUMNS = (
    Column(_("Kỳ báo cáo"), leads=True),
    Column(_("Đơn vị")),
    Column(_("Nhiệm vụ"), kind="number"),
    Column(_("Hạn nộp"), kind="date"),
    Column(_("Trạng thái")),
    Column(_("Nộp lúc"), kind="date"),
)


def report_table(rows: list[ReportRow], *, request: Asked) -> dict[str, Any]:
    """The reports of some units."""
    empty = Empty(
        _("Chưa có báo cáo nào"),
        text=_("Báo cáo hiện ra ở đây khi kế hoạch giao nhiệm vụ cho đơn vị và đến kỳ."),
        icon="report-analytics",
    )
    several = len({row.plan for row in rows}) > 1
    lines = tuple(_line(row, request=request, of_plan=several) for row in rows)
    return {"table": Table(_("Báo cáo của đơn vị"), columns=COLUMNS, rows=lines, empty=empty)}


def filters(request: Asked, *, below: bool) -> dict[str, Any]:
    """Own reports, or those of the units below."""
    if not request.standing.scope.units - set(request.standing.units):
        return {"tabs": ()}
    place = reverse("report:owed")
    return {
        "tabs": (
            Tab(_("Đơn vị tôi"), href=place, current=not below),
            Tab(_("Đơn vị trực thuộc"), href=f"{place}?pham_vi=truc-thuoc", current=below),
        )
    }


def address(row: ReportRow) -> str:
    """Where a report is read, or begun."""
    if row.report:
        return reverse("report:read", args=[row.report])
    return f"{reverse('report:write', args=[row.round])}?don_vi={row.reporter}"


def standing(row: ReportRow) -> SafeString:
    """The state, and that another unit handed it in or that it came late."""
    marks = [state_badge(row.state)]
    if row.on_behalf:
        marks.append(Badge(_("Nộp thay"), tone="plain", icon="users"))
    if row.late:
        marks.append(Badge(_("Trễ hạn"), tone="bad"))
    drawn = format_html_join(" ", "{}", ((mark,) for mark in marks))
    return format_html('<span class="cluster">{}</span>', drawn)


def _line(row: ReportRow, *, request: Asked, of_plan: bool) -> tuple[Any, ...]:
    done = row.state not in (OWED, LATER, "draft", "returned")
    title = Link(row.round_title, href=address(row))
    return (
        _with_plan(title, row.plan_title) if of_plan else title,
        row.reporter_name,
        row.clauses,
        Deadline(row.due_at, on=request.today, done=done),
        standing(row),
        row.submitted_at,
    )


def _with_plan(title: Link, plan: str) -> SafeString:
    """Two plans in force have rounds of the same name."""
    return format_html('{}<br><span class="small muted">{}</span>', title, Truncator(plan).chars(70))
