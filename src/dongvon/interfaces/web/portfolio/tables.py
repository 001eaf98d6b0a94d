"""Handovers and their problems as tables."""

import re

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.handovers import HandoverLine, ProblemGroup, ProblemRow, filled
from dongvon.domain.lending.queries.reconciliation import Finding, words_of
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.portfolio.words import TOTALS, state_badge


def handover_table(rows: list[HandoverLine]) -> Table:
    """Files that were brought in, newest first."""
    return Table(
        caption=_("Các đợt tiếp nhận"),
        columns=(
            Column(_("Tệp"), leads=True),
            Column(_("Ngày tiếp nhận"), kind="date"),
            Column(_("Số dòng"), kind="number"),
            Column(_("Dòng lỗi"), kind="number"),
            Column(_("Đã ghi"), kind="number"),
            Column(_("Tình trạng")),
        ),
        rows=tuple(
            (
                Link(row.file_name, href=reverse("portfolio:handover", args=[row.id])),
                row.on,
                row.rows,
                row.bad_rows,
                row.taken_rows,
                state_badge(row.state),
            )
            for row in rows
        ),
        empty=Empty(_("Chưa có tệp nào"), text=_("Tải tệp mẫu, điền số liệu rồi gửi lên."), icon="file-upload"),
    )


def total_table(row: HandoverLine) -> Table:
    """What the new loans come to."""
    return Table(
        caption=_("Tổng của các dòng sẽ tiếp nhận"),
        columns=(Column(_("Chỉ tiêu"), leads=True), Column(_("Số tiền"), kind="number")),
        rows=tuple((words, money_shown(row.totals.get(name, 0))) for name, words in TOTALS.items()),
        empty=Empty(_("Không có số nào"), icon="inbox"),
    )


def group_table(groups: list[ProblemGroup], *, handover: HandoverLine) -> Table:
    """Kinds of problems; each leads to its cells."""
    address = reverse("portfolio:handover", args=[handover.id])
    return Table(
        caption=_("Lỗi và điểm cần xem"),
        columns=(
            Column(_("Cột"), leads=True),
            Column(_("Vấn đề")),
            Column(_("Mức")),
            Column(_("Số ô"), kind="number"),
        ),
        rows=tuple(
            (
                each.header or _("Cả tệp"),
                Link(filled(_(each.words), each.values), href=f"{address}?code={each.code}#o"),
                Badge(_("Lỗi"), tone="bad") if each.is_error else Badge(_("Nên xem"), tone="warn"),
                each.count,
            )
            for each in groups
        ),
        empty=Empty(_("Không có lỗi nào"), icon="circle-check"),
    )


def cell_table(rows: list[ProblemRow]) -> Table:
    """Single cells of one kind of problem."""
    return Table(
        caption=_("Các ô"),
        columns=(
            Column(_("Ô"), leads=True),
            Column(_("Dòng"), kind="number"),
            Column(_("Cột")),
            Column(_("Cần làm gì")),
        ),
        rows=tuple((row.cell or "–", row.line or "–", row.header, filled(_(row.words), row.values)) for row in rows),
        empty=Empty(_("Không có ô nào"), icon="inbox"),
    )


def cause_table(causes: dict[str, int]) -> Table:
    """How many figures each cause explains."""
    return Table(
        caption=_("Theo nguyên nhân"),
        columns=(Column(_("Nguyên nhân"), leads=True), Column(_("Số chênh lệch"), kind="number")),
        rows=tuple((_open_words(cause), count) for cause, count in sorted(causes.items(), key=lambda each: -each[1])),
        empty=Empty(_("Mọi số đều khớp"), icon="circle-check"),
    )


def difference_table(found: list[Finding]) -> Table:
    """Figures that differ, each with its cause."""
    return Table(
        caption=_("Chênh lệch"),
        columns=(
            Column(_("Số hợp đồng"), leads=True),
            Column(_("Chỉ tiêu")),
            Column(_("Hệ thống kia"), kind="number"),
            Column(_("Tính lại"), kind="number"),
            Column(_("Nguyên nhân")),
        ),
        rows=tuple(
            (
                each.contract,
                TOTALS.get(each.figure, ""),
                each.stated,
                each.ours,
                filled(_(words_of(each.cause)), each.values),
            )
            for each in found
        ),
        empty=Empty(_("Mọi số đều khớp"), icon="circle-check"),
    )


def _open_words(cause: str) -> str:
    """A cause without its values: what stands in braces becomes dots."""
    return re.sub(r"\{\w+\}", "…", _(words_of(cause)))
