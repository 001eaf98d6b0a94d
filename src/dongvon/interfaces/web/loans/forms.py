"""What is asked on the pages of loans."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.finding import LoanFilter, LoansAsked
from dongvon.domain.programmes.queries.catalogue import programme_names
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.words import FUNDS
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.loans.words import ORGANISATIONS, STATES

ANY = ("", _("Tất cả"))


class SearchForm(forms.Form):
    """Which loans are looked for; every field may stay empty."""

    text = forms.CharField(label=_("Số hợp đồng hoặc tên người vay"), required=False, max_length=120)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=list(STATES.items()))
    programme = forms.ChoiceField(label=_("Chương trình"), required=False)
    fund = forms.ChoiceField(label=_("Nguồn vốn"), required=False, choices=[ANY, *FUNDS.items()])
    organisation = forms.ChoiceField(label=_("Tổ chức"), required=False, choices=[ANY, *ORGANISATIONS.items()])
    place = forms.ChoiceField(label=_("Xã, phường"), required=False)
    group = forms.CharField(label=_("Mã tổ"), required=False, max_length=7)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        communes = [(place.code, place.name) for place in places(on=on)]
        programmes = [(str(row.id), row.title) for row in programme_names()]
        offer(self, "place", [ANY, *sorted(communes, key=lambda each: each[1])])
        offer(self, "programme", [ANY, *programmes])

    @property
    def asked(self) -> LoansAsked:
        """What was asked for; a field whose value nobody can have meant counts as empty."""
        self.is_valid()
        given = dict(self.cleaned_data)
        programme = given.pop("programme", "")
        state = LoanFilter(given.pop("state", "") or LoanFilter.LIVING)
        return LoansAsked(on=self.on, state=state, programme=UUID(programme) if programme else None, **given)

    @property
    def address(self) -> str:
        """The filters as a query string; what was typed to find somebody is not among them."""
        kept = {name: value for name, value in self.cleaned_data.items() if value and name != "text"}
        return urlencode(kept)


class DayForm(forms.Form):
    """Up to which day interest is counted, and whose rate is explained."""

    on = forms.DateField(label=_("Tính lãi đến ngày"), localize=True)
