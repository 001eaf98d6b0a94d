"""The overview's figures and charts, each with what it is counted over."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from dongvon.domain.insight.vocabulary import MEASURES, Measure, Month, Part
from dongvon.interfaces.web.catalogue.words import FUNDS
from dongvon.interfaces.web.components.figures import Stat
from dongvon.interfaces.web.components.values import NOTHING, number_shown
from dongvon.interfaces.web.insight.cells import BILLION, percent_shown, scaled
from dongvon.interfaces.web.insight.charts import Chart, Kind, Line

#: Values by the name of their line, a value a month.
Lines = dict[str, list[Decimal | None]]
MEASURE: dict[str, Measure] = {each.code: each for each in MEASURES}


def about(code: str) -> str:
    """A measure's definition and denominator in one sentence."""
    measure = MEASURE[code]
    over = _(" Tính trên: %(denominator)s.") % {"denominator": _(measure.denominator)} if measure.denominator else ""
    return f"{_(measure.definition)}{over}"


def billions(dong: int) -> Decimal:
    """Tỷ đồng with one decimal."""
    return scaled(dong, BILLION, places=1)


def stats(months: Sequence[Month]) -> list[Stat]:
    """The last of these months in eight figures; interest collected is told of the last month that is over."""
    part = months[-1].part
    whole = next((each for each in reversed(months) if each.part.collection_rate is not None), None)
    return [
        _amount("outstanding", part.figures.outstanding, note=_loans(part)),
        _ratio("growth", part.growth),
        _ratio("local_of_outstanding", part.local_of_outstanding),
        _ratio("entrusted_share", part.entrusted_share),
        _ratio("overdue_ratio", part.figures.overdue_ratio),
        _ratio("frozen_ratio", part.figures.frozen_ratio),
        _ratio("collection_rate", whole.part.collection_rate if whole else None, month=whole),
        _amount("arrears", part.figures.owed, note=_grace(part)),
    ]


def _loans(part: Part) -> str:
    return _("%(count)s khoản vay") % {"count": number_shown(part.figures.loans)}


def _grace(part: Part) -> str:
    """Student interest in its grace is owed, not late: it is told apart."""
    return _("Ngoài ra %(amount)s tỷ đồng lãi ân hạn") % {"amount": number_shown(billions(part.figures.owed_grace))}


def _amount(code: str, dong: int, *, note: str) -> Stat:
    shown = f"{number_shown(billions(dong))}\u00a0{_('tỷ đồng')}"
    return Stat(_(MEASURE[code].name), value=shown, note=note)


def _ratio(code: str, value: Decimal | None, *, month: Month | None = None) -> Stat:
    measure = MEASURE[code]
    name = f"{_(measure.name)} {month.month:%m/%Y}" if month else _(measure.name)
    note = _("trên %(denominator)s") % {"denominator": _lowered(_(measure.denominator))}
    return Stat(name, value=NOTHING if value is None else percent_shown(value), note=note)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def charts(months: Sequence[Month]) -> list[Chart]:
    """The same months drawn: debts by fund, troubled debts, interest collected, money out and in."""
    troubled = {
        _("Nợ quá hạn"): _each(months, lambda part: part.figures.overdue_ratio),
        _("Nợ khoanh"): _each(months, lambda part: part.figures.frozen_ratio),
    }
    collected = {_("Tỷ lệ thu lãi"): _each(months, lambda part: part.collection_rate)}
    turned = {
        _("Cho vay"): _each(months, lambda part: billions(part.figures.lent)),
        _("Thu nợ gốc"): _each(months, lambda part: billions(part.figures.repaid)),
    }
    title = _("Nợ quá hạn và nợ khoanh trên tổng dư nợ")
    return [
        _over(months, "outstanding", kind="stack", unit=_("tỷ đồng"), lines=_by_fund(months)),
        _over(months, "overdue_ratio", kind="lines", unit="%", lines=troubled, title=title),
        _over(months, "collection_rate", kind="lines", unit="%", lines=collected),
        _over(months, "turnover", kind="bars", unit=_("tỷ đồng"), lines=turned),
    ]


def _by_fund(months: Sequence[Month]) -> Lines:
    central, local = (str(name) for name in FUNDS.values())
    return {
        central: _each(months, lambda part: billions(part.figures.outstanding - part.local)),
        local: _each(months, lambda part: billions(part.local)),
    }


def _each(months: Sequence[Month], what: Callable[[Part], Decimal | None]) -> list[Decimal | None]:
    return [what(each.part) for each in months]


def _over(
    months: Sequence[Month],
    code: str,
    *,
    kind: Kind,
    unit: str,
    lines: Lines,
    title: str = "",
) -> Chart:
    return Chart(
        id=code.replace("_", "-"),
        title=title or _(MEASURE[code].name),
        about=about(code),
        unit=unit,
        first=_("Tháng"),
        labels=[f"{each.month:%m/%Y}" for each in months],
        lines=[Line(name=name, values=values) for name, values in lines.items()],
        kind=kind,
    )
