"""The work of an organisation that looks after groups: meetings to attend, checks due, groups that need somebody."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dongvon.domain.groups.queries.calls import CallRow, calls_ahead
from dongvon.domain.groups.queries.inspections import PromiseRow, promises_open
from dongvon.domain.groups.queries.troubles import TroubleRow, troubled_groups, uninspected_groups
from dongvon.domain.lending.queries.applications import FileRow, queue
from dongvon.domain.lending.queries.group_dues import overdue_groups
from dongvon.domain.lending.queries.use_checks import uses_to_check
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import date_shown, money_shown
from dongvon.interfaces.web.groups.words import MEETINGS, grade_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen


@page(audience=Audience.LENDING, roles={Role.ORGANISATION_OFFICER})
def duties(request: Asked) -> HttpResponse:
    """Everything that waits for the organisation, what is late on top of each list."""
    on = request.today
    uses, late_debts = uses_to_check(on=on), overdue_groups()
    groups, left, unvisited = uninspected_groups(on=on)
    calls, waiting = calls_ahead(on=on), queue((Step.SCREEN,), on=on)
    troubles = troubled_groups(on=on, overdue=late_debts)
    seen(request, (), purpose="group", count=len(calls) + len(waiting) + len(troubles) + len(unvisited))
    values = {
        "calls": _calls_table(calls, on=on),
        "screening": _screening_table(waiting, on=on),
        "uses": len(uses),
        "late_uses": sum(row.late(on=on) for row in uses),
        "promises": _promises_table(promises_open(), on=on),
        "troubles": _troubles_table(troubles, overdue=late_debts),
        "groups": groups,
        "inspected": groups - left,
        "unvisited": _unvisited_table(unvisited),
    }
    return render(request, "groups/duties.html", values)


def _calls_table(rows: Iterable[CallRow], *, on: date) -> Table:
    """Meetings to come; those the organisation must attend are marked."""
    return Table(
        _("Các cuộc họp sắp tới"),
        columns=(
            Column(_("Ngày họp"), leads=True),
            Column(_("Nội dung")),
            Column(_("Tổ")),
            Column(_("Địa điểm")),
            Column(_("Hội, đoàn thể")),
        ),
        rows=tuple(
            (
                _("%(day)s, %(hour)s") % {"day": date_shown(row.meets_on), "hour": f"{row.begins:%H:%M}"},
                MEETINGS[row.kind],
                Link(f"{row.group_code} · {row.leader_name}", href=reverse("groups:group", args=[row.group])),
                row.venue,
                Badge(_("Hôm nay"), tone="warn") if row.meets_on == on else _must(row),
            )
            for row in rows
        ),
        empty=Empty(_("Chưa tổ nào hẹn họp"), icon="circle-check"),
    )


def _must(row: CallRow) -> Badge:
    return Badge(_("Phải dự"), tone="busy") if row.attended else Badge(_("Có thể dự"), tone="plain")


def _screening_table(rows: Sequence[FileRow], *, on: date) -> Table:
    """Groups whose members wait for a public appraisal, the most urgent first."""
    waiting: dict[UUID, list[FileRow]] = {}
    for row in rows:
        if row.group:
            waiting.setdefault(row.group, []).append(row)
    return Table(
        _("Tổ có đề nghị chờ bình xét"),
        columns=(
            Column(_("Tổ"), leads=True),
            Column(_("Tổ trưởng")),
            Column(_("Đề nghị")),
            Column(_("Số tiền"), kind="number"),
            Column(_("Hạn bình xét")),
        ),
        rows=tuple(_waiting(files, on=on) for files in waiting.values()),
        empty=Empty(_("Không có đề nghị nào chờ bình xét"), icon="circle-check"),
    )


def _waiting(files: list[FileRow], *, on: date) -> tuple[Any, ...]:
    first = files[0]
    return (
        Link(f"{first.group_code} · {first.hamlet}", href=reverse("groups:group", args=[first.group])),
        first.leader_name,
        ngettext("%d đề nghị", "%d đề nghị", len(files)) % len(files),
        money_shown(sum(row.amount for row in files)),
        Deadline(first.due_on, on=on, working=first.days_left) if first.due_on else "",
    )


def _promises_table(rows: Iterable[PromiseRow], *, on: date) -> Table:
    return Table(
        _("Kiến nghị chờ khắc phục"),
        columns=(Column(_("Kiến nghị"), leads=True), Column(_("Tổ")), Column(_("Thời hạn"))),
        rows=tuple(
            (
                Link(row.text, href=reverse("groups:inspecting", args=[row.group])),
                row.group_code,
                Deadline(row.due_on, on=on),
            )
            for row in rows
        ),
        empty=Empty(_("Không có kiến nghị nào chờ khắc phục"), icon="circle-check"),
    )


def _troubles_table(rows: Iterable[TroubleRow], *, overdue: dict[UUID, int]) -> Table:
    return Table(
        _("Tổ cần giúp"),
        columns=(
            Column(_("Tổ"), leads=True),
            Column(_("Tổ trưởng")),
            Column(_("Nợ quá hạn (đồng)"), kind="number"),
            Column(_("Xếp loại")),
            Column(_("Ủy nhiệm")),
        ),
        rows=tuple(
            (
                Link(f"{row.code} · {row.hamlet}", href=reverse("groups:group", args=[row.group])),
                row.leader_name,
                overdue.get(row.group, 0),
                grade_badge(row.grade) if row.grade else "",
                Badge(_("Tạm dừng"), tone="bad") if row.suspended else "",
            )
            for row in rows
        ),
        empty=Empty(_("Không có tổ nào đang gặp khó khăn"), icon="circle-check"),
    )


def _unvisited_table(rows: Iterable[TroubleRow]) -> Table:
    return Table(
        _("Tổ chưa được kiểm tra trong năm"),
        columns=(Column(_("Tổ"), leads=True), Column(_("Tổ trưởng")), Column(_("Ấp, khu phố"))),
        rows=tuple(
            (Link(row.code, href=reverse("groups:inspecting", args=[row.group])), row.leader_name, row.hamlet)
            for row in rows
        ),
        empty=Empty(_("Mọi tổ đã được kiểm tra"), icon="circle-check"),
    )
