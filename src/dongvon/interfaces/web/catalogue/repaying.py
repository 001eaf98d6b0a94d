"""How a programme's loans are repaid, in words: instalments, what nobody paid, how far the end may be put off."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.servicing_rules import ServicingRule
from dongvon.interfaces.web.catalogue.words import confidence_badge
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
        rows=tuple((WORDS[row.kind](row), row.from_on, row.basis, confidence_badge(row.confidence)) for row in rules),
        empty=Empty(_("Chưa có quy định trả nợ")),
    )


def _instalment(row: ServicingRule) -> str:
    told = {"loans": _loans(row), "months": row.values["months"], "floor": money_shown(row.values["floor_to"])}
    return _("%(loans)s: trả gốc %(months)s tháng một kỳ, mỗi kỳ tròn xuống %(floor)s, phần lẻ vào kỳ cuối") % told


def _unpaid(row: ServicingRule) -> str:
    if row.values["unpaid"] == "carried":
        return _("Hợp đồng ký từ ngày này: kỳ chưa trả được cộng vào kỳ sau, đến hạn cuối mới chuyển quá hạn")
    return _("Hợp đồng ký từ ngày này: kỳ chưa trả, chưa điều chỉnh thì chuyển nợ quá hạn")


def _extension(row: ServicingRule) -> str:
    told = {"loans": _loans(row), **row.values}
    if row.values["months"]:
        return _("%(loans)s: gia hạn tối đa %(months)s tháng") % told
    if row.values["base"] == "repayment":
        return _("%(loans)s: gia hạn tối đa %(percent)s %% thời gian trả nợ") % told
    return _("%(loans)s: gia hạn tối đa %(percent)s %% thời hạn vay") % told


def _loans(row: ServicingRule) -> str:
    longest = row.values["up_to_months"]
    return _("Vay đến %(months)s tháng") % {"months": longest} if longest else _("Thời hạn vay khác")


WORDS: Final[Mapping[str, Callable[[ServicingRule], Any]]] = {
    "instalment": _instalment,
    "unpaid": _unpaid,
    "extension": _extension,
}
