"""Rules in words: what each is called, for whom it is, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.rules import OF_GROUPS, RuleKind, RuleRow
from dongvon.domain.lending.vocabulary import Check
from dongvon.interfaces.web.catalogue.repaying import extension_told, instalment_told, loans_told
from dongvon.interfaces.web.catalogue.words import CHANNELS, FUNDS
from dongvon.interfaces.web.components.values import number_shown
from dongvon.interfaces.web.conditions.words import (
    AFTER,
    AREAS,
    CHECKS,
    LATER_CHECKS,
    LEVELS,
    MEASURES,
    PREPAID,
    UNPAID,
)
from dongvon.interfaces.web.groups.words import CRITERIA, GRADES, PAYMENTS
from dongvon.interfaces.web.loans.words import CAUSES, CLAIMS, PETITIONS
from dongvon.interfaces.web.road.words import LISTS, PAPERS, STAGES

#: Kinds whose rules are about everything.
_OF_ALL: Final = {RuleKind.HOLIDAY, RuleKind.ORDER, RuleKind.BAND, RuleKind.NOTICE, RuleKind.CHECK}


def applies_to(row: RuleRow) -> str:
    """A programme, a channel, or everything."""
    if row.kind is RuleKind.AREA:
        return str(row.told["place_name"])
    if row.kind in OF_GROUPS:
        return _("Mọi tổ")
    if row.kind in _OF_ALL:
        return _("Mọi hồ sơ, khoản vay")
    return row.programme_name or str(CHANNELS.get(row.channel, _("Mọi chương trình")))


def title_of(row: RuleRow) -> str:
    """What it is about, in a few words."""
    return str(TITLES[row.kind](row.told) if row.kind in TITLES else CHANNELS[row.channel])


def details_of(row: RuleRow) -> str:
    """What it says."""
    return str(DETAILS[row.kind](row))


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


def _order_title(told: Mapping[str, Any]) -> str:
    words = _("Vốn %(fund)s, khi có nợ quá hạn") if told["overdue"] else _("Vốn %(fund)s, khi không có nợ quá hạn")
    return words % {"fund": FUNDS[told["fund"]]}


def _order(row: RuleRow) -> str:
    claims = " → ".join(str(CLAIMS[kind]) for kind in row.told["kinds"])
    return _("%(claims)s; gốc trả trước trừ vào %(prepaid)s") % {
        "claims": claims,
        "prepaid": PREPAID[row.told["prepaid"]],
    }


def _asking(row: RuleRow) -> str:
    told = _("Nộp trước hạn ít nhất %(days)s ngày làm việc") % {"days": row.told["working_days"]}
    return f"{told}, {_('hoặc tại phiên giao dịch cuối trước hạn')}" if row.told["or_session"] else told


def _band(row: RuleRow) -> str:
    values = {"from": number_shown(row.told["from_percent"].normalize()), "measure": MEASURES[row.told["measure"]]}
    told = _("Thiệt hại từ %(from)s %%: %(measure)s") % values
    most = row.told["most_months"]
    return f"{told}, {_('tối đa %(months)s tháng') % {'months': most}}" if most else told


def _check(row: RuleRow) -> str:
    told = _("Trong vòng %(days)s ngày") % {"days": row.told["days"]}
    share = row.told["yearly_percent"]
    return f"{told}; {_('mỗi năm ít nhất %(share)s %% số khoản vay') % {'share': share}}" if share else told


def _criterion(row: RuleRow) -> str:
    told = {"most": row.told["most"], "bands": _steps(row.told["bands"], _("%(from)s %%: %(then)s điểm"))}
    return _("Tối đa %(most)s điểm; từ %(bands)s") % told


def _payment(row: RuleRow) -> str:
    told = row.told
    percent = number_shown(told["monthly_percent"].normalize())
    words = [_("%(percent)s %% một tháng của dư nợ thu được lãi") % {"percent": percent}]
    if told["bands"]:
        bands = _steps(told["bands"], _("%(from)s %%: chi %(then)s %%"))
        words.append(_("nợ quá hạn từ %(bands)s") % {"bands": bands})
    words += [f"{LEVELS.get(level, level)} {_plain(share)} %" for level, share in told["split"]]
    return "; ".join(words)


def _plain(text: str) -> str:
    return number_shown(Decimal(text).normalize())


def _steps(pairs: Iterable[Iterable[str]], words: str) -> str:
    return ", ".join(words % {"from": _plain(first), "then": _plain(then)} for first, then in pairs)


TITLES: Final[Mapping[RuleKind, Callable[[Mapping[str, Any]], Any]]] = {
    RuleKind.CONDITION: lambda told: told["title"],
    RuleKind.DEADLINE: lambda told: AFTER[told["after"]],
    RuleKind.GROUND: lambda told: told["title"],
    RuleKind.AREA: lambda told: AREAS.get(told["kind"], told["kind"]),
    RuleKind.HOLIDAY: lambda told: told["title"],
    RuleKind.ORDER: _order_title,
    RuleKind.PERIOD: loans_told,
    RuleKind.REGIME: lambda _told: _("Hợp đồng ký từ ngày này"),
    RuleKind.LIMIT: loans_told,
    RuleKind.ASKING: lambda told: PETITIONS[told["kind"]],
    RuleKind.BAND: lambda told: CAUSES.get(told["cause_code"], told["cause_code"]),
    RuleKind.NOTICE: lambda _told: _("Danh sách kỳ đến hạn tháng sau"),
    RuleKind.CHECK: lambda told: LATER_CHECKS[told["kind"]],
    RuleKind.CRITERION: lambda told: CRITERIA[told["criterion"]],
    RuleKind.GRADE: lambda told: GRADES[told["grade"]][0],
    RuleKind.PAYMENT: lambda told: PAYMENTS[told["payment"]],
}

DETAILS: Final[Mapping[RuleKind, Callable[[RuleRow], Any]]] = {
    RuleKind.CONDITION: _condition,
    RuleKind.ROUTE: _route,
    RuleKind.DEADLINE: _deadline,
    RuleKind.GROUND: lambda row: _("Xếp thứ %(rank)s") % {"rank": row.told["rank"]},
    RuleKind.AREA: _area,
    RuleKind.HOLIDAY: lambda row: _("Làm bù") if row.told["worked"] else _("Nghỉ"),
    RuleKind.ORDER: _order,
    RuleKind.PERIOD: lambda row: instalment_told(row.told),
    RuleKind.REGIME: lambda row: _("Kỳ chưa trả, chưa điều chỉnh: %(then)s") % {"then": UNPAID[row.told["unpaid"]]},
    RuleKind.LIMIT: lambda row: extension_told(row.told),
    RuleKind.ASKING: _asking,
    RuleKind.BAND: _band,
    RuleKind.NOTICE: lambda row: _("Báo ít nhất %(days)s ngày trước kỳ trả nợ") % {"days": row.told["days"]},
    RuleKind.CHECK: _check,
    RuleKind.CRITERION: _criterion,
    RuleKind.GRADE: lambda row: _("Từ %(score)s điểm") % {"score": number_shown(row.told["from_score"].normalize())},
    RuleKind.PAYMENT: _payment,
}
