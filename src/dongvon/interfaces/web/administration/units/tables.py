"""The tables of the directory."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.units.queries.edges import EdgeRow
from dongvon.domain.units.queries.history import History, Succession
from dongvon.domain.units.queries.people import Holder
from dongvon.interfaces.web.administration.words import LEVELS, RELATIONS, body_name
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.shell.people import role_names


def unit_table(rows: Sequence[UnitRow]) -> Table:
    """Units by name, level and kind."""
    return Table(
        _("Danh bạ đơn vị"),
        columns=(
            Column(_("Tên đơn vị"), leads=True),
            Column(_("Tên gọi tắt")),
            Column(_("Cấp")),
            Column(_("Loại cơ quan")),
            Column(_("Mã")),
        ),
        rows=tuple((unit_link(row), row.short_name, LEVELS[row.level], body_name(row.body), row.code) for row in rows),
        empty=Empty(_("Không có đơn vị nào phù hợp"), text=_("Hãy bớt từ tìm kiếm hoặc bỏ bộ lọc.")),
    )


def edge_table(rows: Sequence[EdgeRow]) -> Table:
    """What a unit has to do with others."""
    return Table(
        _("Quan hệ với đơn vị khác"),
        columns=(Column(_("Quan hệ"), leads=True), Column(_("Đơn vị")), Column(_("Từ ngày"), kind="date")),
        rows=tuple((RELATIONS[row.kind][not row.upwards], unit_link(row.other), row.since) for row in rows),
        empty=Empty(_("Chưa ghi nhận quan hệ nào")),
    )


def name_table(history: History) -> Table:
    """What a unit was called, and when."""
    return Table(
        _("Tên gọi theo thời kỳ"),
        columns=(
            Column(_("Tên"), leads=True),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
        ),
        rows=tuple((name.full_name, name.since, name.until) for name in reversed(history.names)),
        empty=Empty(_("Chưa ghi nhận tên gọi nào")),
    )


def succession_table(history: History) -> Table:
    """What a unit was before and what it became."""
    was = [_succession(_("Kế thừa từ"), step) for step in history.was]
    became = [_succession(_("Được kế thừa bởi"), step) for step in history.became]
    return Table(
        _("Kế thừa"),
        columns=(
            Column(_("Quan hệ"), leads=True),
            Column(_("Đơn vị")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Căn cứ")),
        ),
        rows=(*was, *became),
        empty=Empty(_("Đơn vị chưa qua sáp nhập")),
    )


def people_table(rows: Sequence[Holder]) -> Table:
    """Who works in a unit, as far as the reader may see."""
    return Table(
        _("Người giữ vai trò"),
        columns=(
            Column(_("Họ và tên"), leads=True),
            Column(_("Chức danh")),
            Column(_("Vai trò")),
            Column(_("Thư điện tử")),
        ),
        rows=tuple((row.full_name, row.title, ", ".join(role_names({row.role})), row.email) for row in rows),
        empty=Empty(
            _("Không có ai để hiển thị"), text=_("Bạn chỉ thấy người thuộc phạm vi đơn vị của mình."), icon="users"
        ),
    )


def unit_link(row: UnitRow) -> Link:
    """A unit's name, leading to its page."""
    return Link(row.full_name, href=reverse("units:unit", args=[row.code]))


def _succession(label: str, step: Succession) -> tuple[str, Link, date | None, str]:
    return label, unit_link(step.unit), step.on, step.basis
