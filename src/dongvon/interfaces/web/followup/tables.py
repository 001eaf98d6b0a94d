"""The tables of follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.follow_up import Absent, Missing, RateRow
from dongvon.domain.workplan.queries.reliefs import ReliefRow
from dongvon.domain.workplan.queries.reminders import DigestRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.figures import Progress
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.followup.words import RELIEFS, relief_badge, state_badge, step_words


@dataclass(frozen=True, kw_only=True)
class Rate:
    """A round with its numbers and its bar."""

    row: RateRow
    bar: Progress


def rate_rows(rows: Sequence[RateRow]) -> list[Rate]:
    """Each round with how much of what is owed was met."""
    return [
        Rate(row=row, bar=Progress(_("Đã báo cáo"), value=row.met, total=row.expected, compact=True)) for row in rows
    ]


def missing_table(rows: Sequence[Missing], *, on: date) -> Table:
    """Units with how they stand; `on` is today."""
    columns = (
        Column(_("Đơn vị"), leads=True),
        Column(_("Tình trạng")),
        Column(_("Chưa báo cáo"), kind="number"),
        Column(_("Phải báo cáo"), kind="number"),
        Column(_("Đăng nhập gần nhất"), kind="date"),
    )
    drawn = tuple(
        (
            row.unit.full_name,
            state_badge(row.state),
            row.unmet,
            row.owed,
            row.signed_in_at or Badge(_("Chưa bao giờ"), tone="bad"),
        )
        for row in rows
    )
    empty = Empty(_("Không có đơn vị nào"), icon="circle-check")
    return Table(f"{on:%d/%m/%Y}", columns=columns, rows=drawn, empty=empty)


def absent_table(rows: Sequence[Absent]) -> Table:
    """Units whose people never came."""
    columns = (Column(_("Đơn vị"), leads=True), Column(_("Tài khoản"), kind="number"), Column(_("Việc cần làm")))
    drawn = tuple(
        (
            row.unit.full_name,
            row.people,
            _("Liên hệ để đăng nhập lần đầu") if row.people else _("Đề nghị cử cán bộ và mở tài khoản"),
        )
        for row in rows
    )
    empty = Empty(_("Đơn vị nào cũng đã đăng nhập"), icon="circle-check")
    return Table(_("Đơn vị chưa đăng nhập lần nào"), columns=columns, rows=drawn, empty=empty)


def relief_table(rows: Sequence[ReliefRow]) -> Table:
    """Requests that were decided."""
    columns = (
        Column(_("Đơn vị"), leads=True),
        Column(_("Đề nghị")),
        Column(_("Đợt")),
        Column(_("Lý do")),
        Column(_("Kết quả")),
        Column(_("Văn bản")),
        Column(_("Người quyết định")),
    )
    drawn = tuple(
        (
            Link(row.unit_name, href=reverse("followup:cell", args=[row.unit, row.round])),
            asked_for(row),
            row.round_title,
            row.reason,
            relief_badge(row.state),
            row.document,
            row.decided_by_name,
        )
        for row in rows
    )
    return Table(_("Đã quyết định"), columns=columns, rows=drawn, empty=Empty(_("Chưa có đề nghị nào được quyết định")))


def asked_for(row: ReliefRow) -> str:
    """ "Gia hạn đến 20/12/2026, nhiệm vụ 1a"."""
    until = f" {row.due_on:%d/%m/%Y}" if row.due_on else ""
    return f"{RELIEFS[row.kind]}{until}{f' ({row.clause_code})' if row.clause_code else ''}"


def digest_table(rows: Sequence[DigestRow]) -> Table:
    """The log of letters."""
    columns = (
        Column(_("Ngày"), kind="date"),
        Column(_("Người nhận"), leads=True),
        Column(_("Địa chỉ")),
        Column(_("Nội dung")),
        Column(_("Bậc nhắc")),
        Column(_("Đã gửi"), kind="date"),
    )
    drawn = tuple(
        (
            row.on,
            row.full_name,
            row.address,
            Link(row.subject, href=reverse("followup:letter", args=[row.id])),
            step_words(row.step),
            row.sent_at or Badge(_("Chờ gửi"), tone="warn"),
        )
        for row in rows
    )
    return Table(_("Thư nhắc việc"), columns=columns, rows=drawn, empty=Empty(_("Chưa có thư nhắc việc nào")))
