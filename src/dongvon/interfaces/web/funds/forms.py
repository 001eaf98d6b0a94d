"""What is asked about a limit."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.programmes.queries.catalogue import BasisRow
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.queries.directory import UnitRow
from dongvon.interfaces.web.catalogue.words import FUNDS


class LimitForm(forms.Form):
    """How much of a fund, for which office, from when to when, on which document."""

    fund = forms.TypedChoiceField(label=_("Nguồn vốn"), coerce=Fund, choices=list(FUNDS.items()))
    amount = forms.IntegerField(label=_("Hạn mức (đồng)"), localize=True, min_value=1)
    from_on = forms.DateField(label=_("Từ ngày"), localize=True)
    until_on = forms.DateField(label=_("Hết hiệu lực từ ngày"), localize=True, required=False)

    def __init__(self, *args: Any, offices: Sequence[UnitRow], bases: Sequence[BasisRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where = [("", _("Toàn thành phố")), *((str(row.id), row.short_name) for row in offices)]
        self.fields["unit"] = forms.TypedChoiceField(
            label=_("Nơi được giao"), choices=where, coerce=UUID, required=False, empty_value=None
        )
        self.fields["basis"] = forms.TypedChoiceField(
            label=_("Căn cứ"), choices=[(str(row.id), row.title) for row in bases], coerce=UUID
        )

    @property
    def draft(self) -> LimitDraft:
        """As the operation takes it."""
        return LimitDraft(**self.cleaned_data)
