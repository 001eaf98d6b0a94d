"""The tables of lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.people.queries.list_lines import ChangeRow
from dongvon.domain.people.queries.lists import ListRow, MeetingRow, PostingRow
from dongvon.domain.people.queries.standards import LimitRow, StandardRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.components.values import date_shown, money_shown
from dongvon.interfaces.web.lists.words import AREAS, ENDINGS, KINDS, LIMITS, MEASURES, ORIGINS, state_badge, sure_badge


def list_table(rows: list[ListRow]) -> dict[str, Any]:
    """One line a list."""
    return {
        "columns": (
            Column(_("Danh sách"), leads=True),
            Column(_("Năm")),
            Column(_("Xã, phường")),
            Column(_("Số dòng"), kind="number"),
            Column(_("Trạng thái")),
            Column(_("Quyết định")),
        ),
        "rows": tuple(
            (
                Link(KINDS[row.kind], href=reverse("lists:detail", args=[row.id])),
                year_shown(row),
                row.place_name,
                row.lines,
                state_badge(row.state),
                f"{row.decision_number}, {date_shown(row.decided_on)}" if row.decided_on else "",
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có danh sách nào"), icon="list-check"),
    }


def year_shown(row: ListRow) -> str:
    """`2026`, `2026, bổ sung lần 1`."""
    return (
        str(row.year)
        if row.number == 0
        else _("%(year)s, bổ sung lần %(number)s")
        % {
            "year": row.year,
            "number": row.number,
        }
    )


def list_facts(row: ListRow) -> tuple[Fact, ...]:
    """One list, fact by fact."""
    return (
        Fact(_("Xã, phường"), row.place_name),
        Fact(_("Năm rà soát"), year_shown(row)),
        Fact(_("Dùng từ ngày"), row.serves_from),
        Fact(_("Trạng thái"), state_badge(row.state)),
        Fact(_("Số dòng"), row.lines),
        Fact(_("Đã loại"), row.struck),
        Fact(_("Quyết định"), f"{row.decision_number}, {date_shown(row.decided_on)}" if row.decided_on else None),
        Fact(_("Trả về vì"), row.returned_for or None),
    )


def change_table(rows: Sequence[ChangeRow]) -> dict[str, Any]:
    """What became of last year's list."""
    return {
        "columns": (Column(_("Biến động"), leads=True), Column(_("Vào, ra")), Column(_("Số dòng"), kind="number")),
        "rows": tuple(
            (
                ORIGINS[row.word] if row.came else ENDINGS[row.word],
                Badge(_("vào danh sách"), tone="good") if row.came else Badge(_("ra khỏi danh sách"), tone="back"),
                row.count,
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có dòng nào"), icon="list-check"),
    }


def meeting_table(rows: list[MeetingRow]) -> dict[str, Any]:
    """Which hamlets met."""
    return {
        "columns": (
            Column(_("Thôn, ấp"), leads=True),
            Column(_("Ngày họp"), kind="date"),
            Column(_("Số người dự"), kind="number"),
            Column(_("Kết luận")),
        ),
        "rows": tuple((row.hamlet, row.held_on, row.attended, row.minutes) for row in rows),
        "empty": Empty(_("Chưa ghi cuộc họp nào"), icon="users"),
    }


def posting_table(rows: list[PostingRow], *, on: date) -> dict[str, Any]:
    """When and where it hung."""
    return {
        "columns": (
            Column(_("Nơi niêm yết"), leads=True),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến hết ngày"), kind="date"),
            Column(_("Căn cứ")),
            Column(_("Tình trạng")),
        ),
        "rows": tuple(
            (
                Link(row.shown_at, href=reverse("lists:board", args=[row.id])),
                row.from_on,
                row.until_on,
                row.basis,
                _hanging(row, on=on),
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa niêm yết"), icon="clipboard-list"),
    }


def _hanging(row: PostingRow, *, on: date) -> Badge:
    if row.taken_down_at:
        return Badge(_("Đã gỡ"), tone="back")
    return Badge(_("Đang niêm yết"), tone="busy") if on <= row.until_on else Badge(_("Hết hạn"), tone="plain")


def board_table(lines: list[dict[str, str]]) -> dict[str, Any]:
    """What hangs: number, name, hamlet, and how somebody came onto the list."""
    return {
        "columns": (
            Column(_("STT"), kind="number"),
            Column(_("Họ và tên"), leads=True),
            Column(_("Thôn, ấp")),
            Column(_("Biến động")),
        ),
        "rows": tuple(
            (str(at), line["name"], line["hamlet"], ORIGINS[line["origin"]]) for at, line in enumerate(lines, start=1)
        ),
        "empty": Empty(_("Danh sách không có ai"), icon="list-check"),
    }


def standard_table(rows: list[StandardRow]) -> dict[str, Any]:
    """The standards, the newest first."""
    return {
        "columns": (
            Column(_("Chuẩn"), leads=True),
            Column(_("Khu vực")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Thu nhập một người một tháng")),
            Column(_("Thiếu hụt từ"), kind="number"),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
        ),
        "rows": tuple(
            (
                MEASURES[row.measure],
                f"{row.place_name or _('Cả nước')}: {AREAS[row.area]}",
                row.from_on,
                row.until_on,
                f"{money_shown(row.over)} – {money_shown(row.up_to)}",
                row.deprivations,
                row.basis,
                sure_badge(row.confidence),
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có chuẩn nào"), icon="book-2"),
    }


def limit_table(rows: list[LimitRow]) -> dict[str, Any]:
    """The terms of lists, the newest first."""
    return {
        "columns": (
            Column(_("Thời hạn"), leads=True),
            Column(_("Số ngày hoặc tháng"), kind="number"),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
        ),
        "rows": tuple(
            (LIMITS[row.limit], row.amount, row.from_on, row.until_on, row.basis, sure_badge(row.confidence))
            for row in rows
        ),
        "empty": Empty(_("Chưa có thời hạn nào"), icon="book-2"),
    }
