"""How a programme's loans are repaid, in words: instalments, what nobody paid, how far the end may be put off."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.servicing_rules import ServicingRule
from dongvon.interfaces.web.catalogue.words import sources_shown
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import money_shown


def repaying_table(rules: list[ServicingRule]) -> Table:
    """One line a rule, with its document."""
    return Table(
        _("Trả nợ, gia hạn"),
        columns=(
            Column(_("Quy định"), leads=True),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
        ),
        rows=tuple((WORDS[row.kind](row), row.from_on, row.basis, sources_shown(row)) for row in rules),
        empty=Empty(_("Chưa có quy định trả nợ")),
    )


def instalment_told(told: Mapping[str, Any]) -> str:
    """How principal is divided over time."""
    values = {"months": told["months"], "floor": money_shown(told["floor_to"])}
    return _("Trả gốc %(months)s tháng một kỳ, mỗi kỳ tròn xuống %(floor)s, phần lẻ vào kỳ cuối") % values


def _unpaid(row: ServicingRule) -> str:
    if row.values["unpaid"] == "carried":
        return _("Hợp đồng ký từ ngày này: kỳ chưa trả được cộng vào kỳ sau, đến hạn cuối mới chuyển quá hạn")
    return _("Hợp đồng ký từ ngày này: kỳ chưa trả, chưa điều chỉnh thì chuyển nợ quá hạn")


def extension_told(told: Mapping[str, Any]) -> str:
    """How far the end of a loan may be put off in all."""
    if told["months"]:
        return _("Gia hạn tối đa %(months)s tháng") % told
    if told["base"] == "repayment":
        return _("Gia hạn tối đa %(percent)s %% thời gian trả nợ") % told
    return _("Gia hạn tối đa %(percent)s %% thời hạn vay") % told


def _within(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def loans_told(told: Mapping[str, Any]) -> str:
    """Which loans a rule is about, by their length."""
    longest = told["up_to_months"]
    return _("Vay đến %(months)s tháng") % {"months": longest} if longest else _("Thời hạn vay khác")


WORDS: Final[Mapping[str, Callable[[ServicingRule], Any]]] = {
    "instalment": lambda row: f"{loans_told(row.values)}: {_within(instalment_told(row.values))}",
    "unpaid": _unpaid,
    "extension": lambda row: f"{loans_told(row.values)}: {_within(extension_told(row.values))}",
}
