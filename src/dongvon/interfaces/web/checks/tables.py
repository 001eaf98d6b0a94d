"""Disbursements to be looked at, and groups whose books are to be compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.groups.queries.directory import GroupRow
from dongvon.domain.lending.queries.balance_sheets import CoverRow
from dongvon.domain.lending.queries.use_checks import UseRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table


def waiting_table(
    rows: Sequence[UseRow], *, names: Mapping[UUID, str], groups: Mapping[UUID, GroupRow], on: date, checks: bool
) -> Table:
    """What nobody has looked at, late on top; leads to the form of who `checks`, others to the loan."""
    return Table(
        _("Chưa kiểm tra"),
        columns=(
            Column(_("Người vay"), leads=True),
            Column(_("Chương trình")),
            Column(_("Tổ")),
            Column(_("Giải ngân"), kind="date"),
            Column(_("Số tiền"), kind="number"),
            Column(_("Hạn kiểm tra"), kind="date"),
            Column(_("Tình trạng")),
        ),
        rows=tuple(_waiting(row, names=names, groups=groups, on=on, checks=checks) for row in rows),
        empty=Empty(_("Mọi lần giải ngân đã được kiểm tra"), icon="circle-check"),
    )


def _waiting(
    row: UseRow, *, names: Mapping[UUID, str], groups: Mapping[UUID, GroupRow], on: date, checks: bool
) -> tuple[Any, ...]:
    state = Badge(_("Quá hạn"), tone="bad") if row.late(on=on) else Badge(_("Trong hạn"), tone="plain")
    group = groups.get(row.group) if row.group else None
    address = reverse("checks:use", args=[row.disbursement]) if checks else reverse("loans:loan", args=[row.loan])
    return (
        Link(names.get(row.borrower, row.contract_number), href=address),
        row.programme,
        group.code if group else "",
        row.lent_on,
        row.amount,
        row.due_on,
        state,
    )


def seen_table(rows: Sequence[UseRow], *, names: Mapping[UUID, str]) -> Table:
    """What was looked at lately."""
    return Table(
        _("Đã kiểm tra"),
        columns=(
            Column(_("Người vay"), leads=True),
            Column(_("Ngày kiểm tra"), kind="date"),
            Column(_("Đã sử dụng vào việc")),
            Column(_("Đúng mục đích"), kind="number"),
            Column(_("Sai mục đích"), kind="number"),
            Column(_("Biện pháp")),
        ),
        rows=tuple(
            (
                names.get(row.borrower, row.contract_number),
                row.checked_on,
                row.used_for,
                row.rightly,
                row.wrongly,
                row.measures,
            )
            for row in rows
        ),
        empty=Empty(_("Chưa có phiếu kiểm tra nào"), icon="inbox"),
    )


def cover_table(rows: Sequence[CoverRow], *, groups: Mapping[UUID, GroupRow]) -> Table:
    """Groups, the least compared first."""
    return Table(
        _("Đối chiếu theo tổ"),
        columns=(
            Column(_("Tổ"), leads=True),
            Column(_("Tổ trưởng")),
            Column(_("Khoản vay còn nợ"), kind="number"),
            Column(_("Đã đối chiếu trong năm"), kind="number"),
            Column(_("Có chênh lệch"), kind="number"),
        ),
        rows=tuple(
            (
                Link(groups[row.group].code, href=reverse("checks:sheet", args=[row.group])),
                groups[row.group].leader_name,
                row.loans,
                row.compared,
                row.different,
            )
            for row in rows
            if row.group in groups
        ),
        empty=Empty(_("Không có tổ nào còn dư nợ"), icon="inbox"),
    )
