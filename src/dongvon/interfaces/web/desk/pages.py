"""The branch's review desk: what waits, one report beside last year's, how a round stands."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import BoundField
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.reports import (
    ReportRow,
    report_row,
    reports_in,
    reports_waiting,
    rounds_running,
)
from dongvon.domain.workplan.queries.versions import Reading, changed_between, latest_read, versions_of
from dongvon.domain.workplan.queries.year_before import year_before
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.desk.forms import ReopenForm, VerdictForm
from dongvon.interfaces.web.reports import drawing
from dongvon.interfaces.web.reports.lists import address, standing
from dongvon.interfaces.web.reports.words import KINDS, state_badge, status_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})

WAITING = (
    Column(_("Đơn vị"), leads=True),
    Column(_("Kỳ báo cáo")),
    Column(_("Nộp lúc"), kind="date"),
    Column(_("Người nộp")),
    Column(_("Ghi chú")),
)
OF_ROUND = (
    Column(_("Đơn vị"), leads=True),
    Column(_("Nhiệm vụ"), kind="number"),
    Column(_("Hạn nộp"), kind="date"),
    Column(_("Trạng thái")),
    Column(_("Nộp lúc"), kind="date"),
    Column(_("Việc có thể làm"), kind="action"),
)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One clause on the desk: this year's words beside last year's, and a place for a remark."""

    code: str
    text: str
    badge: Badge
    narrative: str
    assessment: str
    figures: tuple[tuple[str, str, str, str], ...]
    evidence: tuple[object, ...]
    before_narrative: str
    before_badge: Badge | None
    changed: bool
    remark: BoundField


@page(audience=Audience.BRANCH, roles=BRANCH)
def queue(request: Asked) -> HttpResponse:
    """Reports in the branch's hands, the longest waiting first."""
    rows = reports_waiting(on=request.today)
    empty = Empty(_("Không có báo cáo chờ xem xét"), text=_("Báo cáo hiện ra ở đây khi đơn vị nộp."), icon="inbox")
    table = Table(_("Báo cáo chờ xem xét"), columns=WAITING, rows=tuple(map(_waiting, rows)), empty=empty)
    return render(request, "desk/queue.html", {"table": table, "rounds": rounds_running(at=clock.now())})


@page(audience=Audience.BRANCH, roles=BRANCH)
def of_round(request: Asked, round: UUID) -> HttpResponse:
    """Every unit that owes a report in a round; the branch may report in the place of a unit."""
    rows = reports_in(round, on=request.today)
    if not rows:
        raise Http404
    table = Table(
        _("Các đơn vị trong kỳ"),
        columns=OF_ROUND,
        rows=tuple(_in_round(row, request=request) for row in rows),
        empty=Empty(_("Kỳ này chưa giao cho đơn vị nào")),
    )
    return render(request, "desk/round.html", {"table": table, "round": rows[0]})


@page(audience=Audience.BRANCH, roles=BRANCH)
def review(request: Asked, report: UUID) -> HttpResponse:
    """What a unit handed in last, to be accepted or returned."""
    return review_shown(request, report)


def review_shown(
    request: Asked,
    report: UUID,
    *,
    form: VerdictForm | None = None,
    reopening: ReopenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The desk with one report on it."""
    row, reading = report_row(report, on=request.today), latest_read(report, on=request.today)
    if row is None or reading is None:
        raise Http404
    clauses = [entry.clause for entry in reading.words.entries]
    form = form or VerdictForm(clauses=clauses, initial={"content_hash": reading.version.content_hash})
    versions = versions_of(report, on=request.today)
    changes = changed_between(versions[1].id, versions[0].id) if len(versions) > 1 else ()
    values: dict[str, Any] = {
        "row": row,
        "badge": state_badge(row.state),
        "reading": reading,
        "form": form,
        "reopen_form": reopening or ReopenForm(),
        "may_reopen": row.state == "accepted" and Role.BRANCH_DIRECTOR in request.actor.roles,
        "versions": versions,
        "differences": drawing.differences(changes),
        "clauses": _judged(reading, form=form, changed={change.code for change in changes}),
        "concerns": [(KINDS[each.kind], each) for each in reading.words.concerns],
        "own": reading.version.submitted_by == request.standing.full_name,
        "neighbours": _neighbours(report, request=request),
    }
    return render(request, "desk/review.html", values, status=status)


def _judged(reading: Reading, *, form: VerdictForm, changed: set[str]) -> tuple[Judged, ...]:
    before = year_before(reading.version.report)
    found = []
    for entry in reading.words.entries:
        last = before.entries.get(entry.code)
        found.append(
            Judged(
                code=entry.code,
                text=entry.text,
                badge=status_badge(entry.status),
                narrative=entry.narrative,
                assessment=entry.assessment,
                figures=tuple(
                    (
                        figure.name,
                        figure.unit_of_measure,
                        figure.written or figure.no_data_reason,
                        before.figures[figure.code].written if figure.code in before.figures else "",
                    )
                    for figure in entry.figures
                ),
                evidence=entry.evidence,
                before_narrative=last.narrative if last else "",
                before_badge=status_badge(last.status) if last else None,
                changed=entry.code in changed,
                remark=form.remark(entry.clause),
            )
        )
    return tuple(found)


def _neighbours(report: UUID, *, request: Asked) -> dict[str, Any]:
    """The waiting reports before and after, for the keys."""
    waiting = [row.report for row in reports_waiting(on=request.today)]
    at = waiting.index(report) if report in waiting else -1
    following = waiting[at + 1] if at + 1 < len(waiting) else None
    return {"before": waiting[at - 1] if at > 0 else None, "after": following, "left": len(waiting)}


def _waiting(row: ReportRow) -> tuple[Any, ...]:
    return (
        Link(row.reporter_name, href=reverse("desk:review", args=[row.report])),
        row.round_title,
        row.submitted_at,
        row.submitted_by,
        standing(row),
    )


def _in_round(row: ReportRow, *, request: Asked) -> tuple[Any, ...]:
    done = row.state in ("submitted", "accepted")
    name = reverse("desk:review", args=[row.report]) if done else address(row)
    action = Link(_("Xem xét") if row.state == "submitted" else _("Xem") if done else _("Lập thay"), href=name)
    return (
        row.reporter_name,
        row.clauses,
        Deadline(row.due_at, on=request.today, done=done),
        standing(row),
        row.submitted_at,
        action,
    )
