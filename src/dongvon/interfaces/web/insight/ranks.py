"""Charts of one measure: parts ranked, and a group over time."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from dongvon.domain.insight.queries.groups import DayFigures
from dongvon.domain.insight.vocabulary import Division
from dongvon.interfaces.web.insight.cells import BILLION, MILLION, scaled
from dongvon.interfaces.web.insight.charts import Chart, Line
from dongvon.interfaces.web.insight.figures import about
from dongvon.interfaces.web.insight.maps import Shown

#: More bars than these cannot be read; the table below has all.
MOST = 20


def rank_chart(found: Division, *, shown: Shown, names: dict[str, str], first: str) -> Chart:
    """The parts with the highest values of a measure."""
    valued = [(shown.value(part), names.get(part.figures.key, part.figures.key)) for part in found.parts]
    ranked = sorted(((value, name) for value, name in valued if value is not None), reverse=True)[:MOST]
    return Chart(
        id="ranks",
        title=str(shown.name),
        about=about(shown.measure),
        unit="%" if shown.ratio else _("tỷ đồng"),
        first=first,
        labels=[name for _value, name in ranked],
        lines=[Line(name=str(shown.name), values=[_drawn(value, shown) for value, _name in ranked])],
        kind="ranks",
    )


def _drawn(value: Decimal | int, shown: Shown) -> Decimal:
    return Decimal(value) if shown.ratio else scaled(int(value), BILLION, places=1)


def group_chart(days: Sequence[DayFigures]) -> Chart:
    """A group's debt by state over time."""
    states = {
        _("Trong hạn"): [each.figures.in_term for each in days],
        _("Quá hạn"): [each.figures.overdue for each in days],
        _("Khoanh"): [each.figures.frozen for each in days],
    }
    return Chart(
        id="group",
        title=_("Dư nợ của tổ"),
        about=about("outstanding"),
        unit=_("triệu đồng"),
        first=_("Tháng"),
        labels=[f"{each.day:%m/%Y}" for each in days],
        lines=[
            Line(name=name, values=[scaled(dong, MILLION, places=1) for dong in amounts])
            for name, amounts in states.items()
        ],
        kind="stack",
    )
