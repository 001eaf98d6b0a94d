"""The tables of people and posts."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.units.queries.accounts import AccountRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.shell.people import role_names


def account_table(rows: Sequence[AccountRow], *, on: date) -> Table:
    """Accounts with what they are for."""
    return Table(
        _("Người dùng"),
        columns=(
            Column(_("Họ và tên"), leads=True),
            Column(_("Thư điện tử")),
            Column(_("Vai trò và đơn vị")),
            Column(_("Đăng nhập lần cuối"), kind="date"),
            Column(_("Tình trạng")),
        ),
        rows=tuple((_link(row), row.email, _held(row, on=on), row.last_login, state_badge(row, on=on)) for row in rows),
        empty=Empty(
            _("Không có người dùng nào phù hợp"), text=_("Hãy bớt từ tìm kiếm, hoặc mở tài khoản mới."), icon="users"
        ),
    )


def state_badge(row: AccountRow, *, on: date) -> Badge:
    """Whether somebody can work here today."""
    if not row.is_active:
        return Badge(_("Đã đóng"), tone="bad", icon="lock")
    if not any(post.runs(on) for post in row.posts):
        return Badge(_("Chưa giao vai trò"), tone="warn")
    return Badge(_("Đang dùng"), tone="good") if row.last_login else Badge(_("Chưa đăng nhập"), tone="plain")


def _link(row: AccountRow) -> Link:
    return Link(row.full_name, href=reverse("people:person", args=[row.id]))


def _held(row: AccountRow, *, on: date) -> str:
    running = [post for post in row.posts if post.runs(on)]
    return "; ".join(f"{', '.join(role_names({post.role}))}, {post.unit_name}" for post in running)
