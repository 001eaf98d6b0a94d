"""Rules of the road in tables, one kind a table."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.road_rules import RuleKind, RuleRow
from dongvon.domain.lending.vocabulary import Check
from dongvon.interfaces.web.catalogue.words import CHANNELS, confidence_badge
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import date_shown, number_shown
from dongvon.interfaces.web.conditions.words import AFTER, AREAS, CHECKS, KINDS
from dongvon.interfaces.web.road.words import LISTS, PAPERS, STAGES


def rule_table(kind: RuleKind, rows: Iterable[RuleRow], *, on: date, proposes: bool) -> Table:
    """Each rule with its day, its document, how sure it is, and whether it holds."""
    return Table(
        KINDS[kind],
        columns=(
            Column(_("Quy định"), leads=True),
            Column(_("Áp dụng cho")),
            Column(_("Chi tiết")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
            Column(_("Trạng thái")),
            *((Column(""),) if proposes else ()),
        ),
        rows=tuple(_line(row, on=on, proposes=proposes) for row in rows),
        empty=Empty(_("Chưa có quy định nào"), icon="inbox"),
    )


def _line(row: RuleRow, *, on: date, proposes: bool) -> tuple[Any, ...]:
    change = Link(_("Đề xuất sửa"), href=f"{reverse('conditions:proposal', args=[row.kind.value])}?nhu={row.id}")
    return (
        title_of(row),
        applies_to(row),
        DETAILS[row.kind](row),
        row.from_on,
        " ".join(filter(None, (row.told.get("article", ""), row.basis_number))),
        confidence_badge(row.confidence),
        state_badge(row, on=on),
        *((change,) if proposes else ()),
    )


def applies_to(row: RuleRow) -> str:
    """A programme, a channel, or everything."""
    if row.kind is RuleKind.AREA:
        return str(row.told["place_name"])
    if row.kind is RuleKind.HOLIDAY:
        return _("Mọi hồ sơ")
    return row.programme_name or str(CHANNELS.get(row.channel, _("Mọi chương trình")))


def title_of(row: RuleRow) -> str:
    """What it is about, in a few words."""
    titles: Mapping[RuleKind, Callable[[], Any]] = {
        RuleKind.ROUTE: lambda: CHANNELS[row.channel],
        RuleKind.DEADLINE: lambda: AFTER[row.told["after"]],
        RuleKind.AREA: lambda: AREAS.get(row.told["kind"], row.told["kind"]),
    }
    return str(titles[row.kind]()) if row.kind in titles else str(row.told["title"])


def state_badge(row: RuleRow, *, on: date) -> Badge:
    """Whether it waits, is to come, holds, or was replaced."""
    if row.granted is None:
        return Badge(_("Chờ duyệt"), tone="warn")
    if row.from_on > on and row.kind is not RuleKind.HOLIDAY:
        return Badge(_("Sắp áp dụng"), tone="busy", icon="calendar")
    if row.replaced_on is not None and row.replaced_on <= on:
        return Badge(_("Hết hiệu lực"), tone="plain")
    return Badge(_("Đang áp dụng"), tone="good")


def _condition(row: RuleRow) -> str:
    told = row.told
    if not told["demanded"]:
        return _("Thôi yêu cầu từ ngày này")
    words = [str(CHECKS.get(told["check_kind"], told["check_kind"])), _values(told["check_kind"], told["values"])]
    if told["number"] is not None:
        words.append(number_shown(told["number"].normalize()))
    if told["alternative"]:
        words.append(_("một trong các cách"))
    return " · ".join(filter(None, words))


def _values(check: str, values: Iterable[str]) -> str:
    names = {Check.LISTED: LISTS, Check.NOT_LISTED: LISTS, Check.PAPER: PAPERS, Check.AREA: AREAS}.get(Check(check), {})
    return ", ".join(str(names.get(value, value)) for value in values)


def _route(row: RuleRow) -> str:
    told = row.told
    words = [
        _("bình xét tại tổ") if told["screened"] else "",
        _("xã xác nhận %(forms)s") % {"forms": ", ".join(told["forms"])} if told["forms"] else "",
        _("bốc thăm khi vượt kế hoạch") if told["lottery"] else "",
        _("cộng học phí") if told["tuition"] else "",
        _("giải ngân %(months)s tháng một đợt") % {"months": told["tranche_months"]} if told["tranche_months"] else "",
        _("kê khai hằng năm") if told["declared_yearly"] else "",
    ]
    return ", ".join(filter(None, words)) or _("ngân hàng nhận thẳng")


def _deadline(row: RuleRow) -> str:
    told = {"days": row.told["working_days"], "since": str(STAGES[row.told["since"]][1]).lower()}
    return _("%(days)s ngày làm việc, tính từ khi: %(since)s") % told


def _area(row: RuleRow) -> str:
    return "" if row.told["holds"] else _("Thôi thuộc vùng này")


DETAILS: Final[Mapping[RuleKind, Callable[[RuleRow], str]]] = {
    RuleKind.CONDITION: _condition,
    RuleKind.ROUTE: _route,
    RuleKind.DEADLINE: _deadline,
    RuleKind.GROUND: lambda row: _("Xếp thứ %(rank)s") % {"rank": row.told["rank"]},
    RuleKind.AREA: _area,
    RuleKind.HOLIDAY: lambda row: _("Làm bù") if row.told["worked"] else _("Nghỉ"),
}


def waiting_lines(rows: Iterable[RuleRow], *, people: Mapping[Any, str]) -> list[dict[str, Any]]:
    """What waits for a decision, each with what whoever decides must know."""
    return [
        {
            "id": row.id,
            "kind": KINDS[row.kind],
            "title": title_of(row),
            "told": " · ".join(filter(None, (applies_to(row), DETAILS[row.kind](row), row.told.get("remedy", "")))),
            "rest": _("Từ %(day)s · %(basis)s · %(by)s đề xuất")
            % {"day": date_shown(row.from_on), "basis": row.basis_number, "by": people.get(row.proposed_by, "")},
            "sure": confidence_badge(row.confidence),
        }
        for row in rows
    ]
