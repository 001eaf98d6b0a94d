"""What a dashboard is asked for: a month, and a part of the portfolio, from the filters of its address."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dongvon.domain.insight.queries.names import programme_names
from dongvon.domain.insight.queries.portfolio import measured_span, months_before
from dongvon.domain.insight.vocabulary import Dimension, Slice
from dongvon.domain.units.queries.directory import units
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.words import FUNDS
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.loans.words import ORGANISATIONS

#: What the parts of each division are called, by their key.
Names = dict[Dimension, dict[str, str]]


class FilterForm(forms.Form):
    """Month and part; everything may be left open."""

    thang = forms.ChoiceField(label=_("Tháng"), required=False)
    phong = forms.ChoiceField(label=_("Phòng giao dịch"), required=False)
    xa = forms.ChoiceField(label=_("Xã, phường"), required=False)
    hoi = forms.ChoiceField(label=_("Hội, đoàn thể"), required=False)
    chuong_trinh = forms.ChoiceField(label=_("Chương trình"), required=False)
    nguon = forms.ChoiceField(label=_("Nguồn vốn"), required=False)

    def __init__(self, *args: Any, months: list[date], names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "thang", [(f"{each:%Y-%m}", f"{each:%m/%Y}") for each in reversed(months)])
        named = {
            "phong": Dimension.UNIT,
            "xa": Dimension.PLACE,
            "hoi": Dimension.ORGANISATION,
            "chuong_trinh": Dimension.PROGRAMME,
            "nguon": Dimension.FUND,
        }
        for field, by in named.items():
            offer(self, field, [("", _("Tất cả")), *names[by].items()])


@dataclass(frozen=True)
class Asking:
    """The filters as one visitor set them; `names` tells what each part is called."""

    form: FilterForm
    names: Names
    query: str

    @cached_property
    def month(self) -> date:
        """By its first day; the newest where none was chosen."""
        year, month = self.form.cleaned_data["thang"].split("-")
        return date(int(year), int(month), 1)

    @cached_property
    def slice(self) -> Slice:
        """The part that is asked for."""
        given = self.form.cleaned_data
        return Slice(
            unit=UUID(given["phong"]) if given["phong"] else None,
            place=given["xa"] or None,
            organisation=given["hoi"] or None,
            programme=UUID(given["chuong_trinh"]) if given["chuong_trinh"] else None,
            fund=given["nguon"] or None,
        )


def asking(request: HttpRequest, *, today: date, **fixed: str) -> Asking | None:
    """The filters of an address, some of them `fixed` by the page; None where nothing was measured in sight."""
    span = measured_span()
    if span is None:
        return None
    first, last = span
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = [months_before(last, at) for at in reversed(range(count))]
    names = names_of_parts(today)
    given = {"thang": f"{last:%Y-%m}", **{name: value for name, value in request.GET.items() if value}, **fixed}
    form = FilterForm(given, months=months, names=names)
    form.is_valid()
    return Asking(form=form, names=names, query=request.GET.urlencode())


def names_of_parts(today: date) -> Names:
    """What the parts of each division are called, by their key."""
    return {
        Dimension.UNIT: {str(row.id): row.short_name for row in units(on=today, bodies=("nhcsxh-pgd",))},
        Dimension.PLACE: {row.code: f"{row.type.capitalize()} {row.name}" for row in places(on=today)},
        Dimension.ORGANISATION: {key: str(name) for key, name in ORGANISATIONS.items()},
        Dimension.PROGRAMME: {str(key): name for key, name in programme_names().items()},
        Dimension.FUND: {str(key): str(name) for key, name in FUNDS.items()},
    }
