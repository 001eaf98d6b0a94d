"""The plan's targets about capital and growth, each over its own denominator, and where their rates lead."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.insight.queries.portfolio import measured_span
from dongvon.domain.insight.queries.targets import projected, reported_targets, year_ends
from dongvon.domain.insight.vocabulary import Month, Reported, Step
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import number_shown
from dongvon.interfaces.web.insight.cells import Amount, Percent
from dongvon.interfaces.web.insight.figures import about
from dongvon.interfaces.web.insight.sheets import number, told_day
from dongvon.interfaces.web.insight.tabs import tabs
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

#: The rates that are tried first: what the plan asks for.
USUAL = {"growth": "10", "local_part": "25", "until_year": "2030"}
SEPARATE = ("growth", "local_of_growth", "local_of_outstanding", "local_of_capital")


class TrialForm(forms.Form):
    """Rates to try."""

    growth = forms.DecimalField(label=gettext_lazy("Dư nợ tăng mỗi năm (%)"), min_value=0, max_value=100, localize=True)
    local_part = forms.DecimalField(
        label=gettext_lazy("Phần vốn địa phương trong mức tăng (%)"), min_value=0, max_value=100, localize=True
    )
    until_year = forms.IntegerField(label=gettext_lazy("Đến năm"), min_value=2026, max_value=2060)


@page(audience=Audience.OVERSIGHT)
def targets(request: Asked) -> HttpResponse:
    """What was reported of each target, what loans say of growth, and a trial of rates."""
    span = measured_span()
    years = year_ends(until=span[1]) if span else []
    form = TrialForm({**USUAL, **request.GET.dict()})
    values: dict[str, Any] = {
        "tabs": tabs("targets", request.GET, roles=request.standing.roles),
        "reported": _reported_table(reported_targets()),
        "measured": _measured_table(years),
        "abouts": [about(code) for code in SEPARATE],
        "day": told_day(years[-1].day) if years else "",
        "form": form,
    }
    whole = [each for each in years if each.month.month == 12]
    if whole and form.is_valid():
        given = {name: form.cleaned_data[name] for name in USUAL}
        values |= {"trial": _trial_table(projected(whole[-1], **given)), "base": told_day(whole[-1].day)}
    return render(request, "insight/targets.html", values)


def _reported_table(rows: list[Reported]) -> Table:
    return Table(
        _("Chỉ tiêu của kế hoạch theo báo cáo tổng hợp"),
        columns=(
            Column(_("Số liệu"), leads=True),
            Column(_("Chỉ tiêu")),
            Column(_("Cách tính")),
            Column(_("Đã báo cáo")),
        ),
        rows=tuple((row.name, row.target, row.definition, _values(row)) for row in rows),
        empty=Empty(_("Chưa có báo cáo tổng hợp nào có số liệu gắn với chỉ tiêu"), icon="report-analytics"),
    )


def _values(row: Reported) -> Any:
    links = [
        Link(f"{year}: {_shown(value)} {row.unit_of_measure}", href=reverse("consolidation:source", args=[computation]))
        for year, value, computation in row.values
    ]
    return format_html_join("; ", "{}", ((link,) for link in links))


def _shown(value: Decimal | None) -> str:
    return number_shown(value)


def _measured_table(years: list[Month]) -> Table:
    return Table(
        _("Tăng trưởng dư nợ theo sổ khoản vay"),
        columns=(
            Column(_("Chốt ngày"), kind="date", leads=True),
            number(_("Dư nợ (triệu đồng)")),
            number(_("Tăng trưởng từ đầu năm")),
            number(_("Phần vốn địa phương trong tăng trưởng")),
            number(_("Tỷ trọng vốn địa phương trong dư nợ")),
        ),
        rows=tuple(
            (
                each.day,
                Amount(each.part.figures.outstanding),
                Percent(each.part.growth),
                Percent(each.part.local_of_growth),
                Percent(each.part.local_of_outstanding),
            )
            for each in reversed(years)
        ),
        empty=Empty(_("Chưa có số liệu"), icon="chart-bar"),
    )


def _trial_table(steps: tuple[Step, ...]) -> Table:
    return Table(
        _("Dư nợ nếu tăng đúng như vậy"),
        columns=(
            Column(_("Cuối năm"), leads=True),
            number(_("Dư nợ (triệu đồng)")),
            number(_("Dư nợ vốn địa phương (triệu đồng)")),
            number(_("Tỷ trọng vốn địa phương trong dư nợ")),
        ),
        rows=tuple(
            (str(each.year), Amount(each.outstanding), Amount(each.local), Percent(each.share)) for each in steps
        ),
        empty=Empty(_("Chưa có số liệu")),
    )
