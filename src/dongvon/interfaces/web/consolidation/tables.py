"""The tables of the city report's pages."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from dongvon.domain.documents.queries.templates import TemplateRow
from dongvon.domain.workplan.queries.city_report import Cited
from dongvon.domain.workplan.queries.consolidations import (
    ComputationPage,
    ConsolidationPage,
    ConsolidationRow,
    SourceRow,
)
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.consolidation.words import KINDS

MADE = (
    Column(_("Báo cáo"), leads=True),
    Column(_("Lần"), kind="number"),
    Column(_("Báo cáo đã dùng"), kind="number"),
    Column(_("Lập lúc"), kind="date"),
    Column(_("Người lập")),
    Column(_("Tải về"), kind="action"),
    Column(_("Phụ lục"), kind="action"),
)
NUMBERS = (
    Column(_("Nội dung"), leads=True),
    Column(_("Ký hiệu"), kind="text"),
    Column(_("Số liệu"), kind="number"),
    Column(_("Đơn vị tính")),
    Column(_("Có số liệu"), kind="number"),
    Column(_("Phải có"), kind="number"),
)
SOURCES = (
    Column(_("Đơn vị"), leads=True),
    Column(_("Số liệu"), kind="number"),
    Column(_("Ghi chú")),
    Column(_("Báo cáo đã nộp")),
    Column(_("Nộp lúc"), kind="date"),
    Column(_("Mã băm")),
)
VERSIONS = (
    Column(_("Lần"), kind="number"),
    Column(_("Tệp"), leads=True),
    Column(_("Nội dung thay đổi")),
    Column(_("Người thay")),
    Column(_("Lúc"), kind="date"),
)


def made_table(rows: Sequence[ConsolidationRow]) -> Table:
    """Every making, the latest first."""
    empty = Empty(_("Chưa lập báo cáo tổng hợp nào"), text=_("Chọn một kỳ ở trên để lập."), icon="file-text")
    return Table(_("Báo cáo đã lập"), columns=MADE, rows=tuple(map(_made, rows)), empty=empty)


def number_tables(found: ConsolidationPage) -> list[tuple[str, str | Promise, Table]]:
    """A table for each kind of number; nought is left out, as in the paper."""
    return [
        (
            kind,
            KINDS[kind],
            Table(
                KINDS[kind],
                columns=NUMBERS,
                rows=tuple(_number(each) for each in cited if each.value),
                empty=Empty(_("Không có số liệu")),
            ),
        )
        for kind, cited in found.cited
    ]


def source_table(found: ComputationPage) -> Table:
    """The rows behind a number."""
    empty = Empty(_("Không có đơn vị nào"), text=_("Chưa đơn vị nào cung cấp số liệu này."))
    return Table(_("Các đơn vị đã tính"), columns=SOURCES, rows=tuple(map(_source, found.rows)), empty=empty)


def version_table(rows: Sequence[TemplateRow], *, people: Mapping[UUID, str]) -> Table:
    """Versions of the form."""
    empty = Empty(_("Đang dùng mẫu kèm theo chương trình"), icon="file-type-docx")
    drawn = tuple((row.number, row.file_name, row.note, people.get(row.stored_by, ""), row.stored_at) for row in rows)
    return Table(_("Các lần thay mẫu"), columns=VERSIONS, rows=drawn, empty=empty)


def _made(row: ConsolidationRow) -> tuple[Any, ...]:
    made = Link(row.round_title, href=reverse("consolidation:made", args=[row.id]))
    return (
        format_html('{}<br><span class="small muted">{}</span>', made, Truncator(row.plan_title).chars(70)),
        row.number,
        row.reports,
        row.made_at,
        row.made_by,
        Link(_("Báo cáo .docx"), href=reverse("consolidation:download", args=[row.id, "bao-cao"])),
        Link(_("Bảng .xlsx"), href=reverse("consolidation:download", args=[row.id, "phu-luc"])),
    )


def _number(each: Cited) -> tuple[Any, ...]:
    return (
        Link(each.label, href=reverse("consolidation:source", args=[each.id])),
        each.mark,
        each.text,
        each.unit_of_measure,
        each.units,
        each.asked,
    )


def _source(row: SourceRow) -> tuple[Any, ...]:
    version = reverse("report:version", args=[row.submission]) if row.submission else ""
    return (
        row.full_name,
        row.value,
        row.note,
        Link(_("Bản đã nộp"), href=version) if version else "",
        row.submitted_at or "",
        row.content_hash[:12],
    )
