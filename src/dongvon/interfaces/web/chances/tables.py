"""Tables of who is entitled and does not borrow, each read on a page and taken away as a workbook."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.chances import Chance, CommuneChances, Standing
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.components.values import date_shown
from dongvon.interfaces.web.insight.sheets import Sheet, number
from dongvon.interfaces.web.lists.words import KINDS


def by_commune(rows: Iterable[CommuneChances], *, names: dict[str, str], on: date) -> Sheet:
    """One line a commune, with the sums beneath."""
    found = list(rows)
    return Sheet(
        title=_("Hộ thuộc danh sách và tình hình vay"),
        notes=(_("Danh sách đã chứng nhận, tính đến ngày %s") % date_shown(on),),
        columns=(
            Column(_("Xã, phường"), leads=True),
            number(_("Chưa vay")),
            number(_("Hộ thuộc danh sách")),
            number(_("Đang vay")),
            number(_("Đang làm hồ sơ")),
        ),
        rows=tuple(
            (
                Link(names.get(row.place, row.place), href=reverse("chances:commune", args=[row.place])),
                row.missed,
                row.listed,
                row.owing,
                row.asking,
            )
            for row in found
        ),
        empty=_("Chưa có danh sách nào được chứng nhận"),
        foot=(
            _("Cộng"),
            sum(row.missed for row in found),
            sum(row.listed for row in found),
            sum(row.owing for row in found),
            sum(row.asking for row in found),
        ),
    )


def by_programme(rows: list[Chance], *, name: str, on: date) -> Sheet:
    """One line a programme, leading to its households."""
    told = {row.programme: row.programme_name for row in rows}
    return _counted(
        rows, by=lambda row: row.programme, title=_("Theo chương trình"), head=_("Chương trình"), name=name, on=on,
        link=lambda key: Link(told[key], href=f"?{urlencode({'ct': key})}#ho"),
    )  # fmt: skip


def by_hamlet(rows: list[Chance], *, name: str, on: date) -> Sheet:
    """One line a hamlet, leading to its households."""
    return _counted(
        rows, by=lambda row: row.hamlet, title=_("Theo ấp, khu phố"), head=_("Ấp, khu phố"), name=name, on=on,
        link=lambda key: Link(key, href=f"?{urlencode({'ap': key})}#ho"),
    )  # fmt: skip


def households(homes: Iterable[list[Chance]], *, name: str, on: date) -> Sheet:
    """One line a household, with all it could borrow."""
    return Sheet(
        title=_("Đủ điều kiện theo danh sách, chưa vay"),
        empty=_("Không có hộ nào bị bỏ sót"),
        notes=(name, date_shown(on), _("Chứa dữ liệu cá nhân, chỉ dùng cho công việc được giao")),
        columns=(
            Column(_("Chủ hộ"), leads=True),
            Column(_("Mã hộ")),
            Column(_("Ấp, khu phố")),
            Column(_("Thuộc danh sách")),
            Column(_("Có thể vay")),
            Column(_("Tổ TK&VV")),
        ),
        rows=tuple(
            (
                Link(first.head_name or first.code, href=reverse("road:household", args=[first.household])),
                first.code,
                first.hamlet,
                ", ".join(str(KINDS[kind]) for kind in first.kinds),
                "; ".join(row.programme_name for row in rows),
                _("Đã vào tổ") if first.member else _("Chưa vào tổ"),
            )
            for rows in homes
            for first in rows[:1]
        ),
    )


def _counted(
    rows: list[Chance],
    *,
    by: Callable[[Chance], str],
    title: str,
    head: str,
    name: str,
    on: date,
    link: Callable[[str], Link],
) -> Sheet:
    counts = Counter((by(row), row.standing) for row in rows)
    keys = sorted({key for key, _standing in counts}, key=lambda key: (-counts[key, Standing.MISSED], key))
    return Sheet(
        title=title,
        empty=_("Không có hộ nào đủ điều kiện theo danh sách"),
        notes=(name, date_shown(on)),
        columns=(
            Column(head, leads=True),
            number(_("Chưa vay")),
            number(_("Đủ điều kiện")),
            number(_("Đang vay")),
            number(_("Đang làm hồ sơ")),
        ),
        rows=tuple(
            (
                link(key),
                counts[key, Standing.MISSED],
                sum(counts[key, each] for each in Standing),
                counts[key, Standing.OWES],
                counts[key, Standing.ASKS],
            )
            for key in keys
        ),
    )
