"""What is asked on the pages of the catalogue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.programmes.queries.catalogue import RateRow, legal_bases
from dongvon.domain.programmes.vocabulary import AppliesTo, Confidence
from dongvon.interfaces.web.catalogue.words import CONFIDENCES, TOUCHES, who_bears


def series_choices(rates: tuple[RateRow, ...]) -> list[tuple[int, str]]:
    """The series of a programme, each once."""
    return list({rate.series: who_bears(rate) for rate in rates}.items())


class QuestionForm(forms.Form):
    """Which rate did a loan bear: its series, the day it was signed."""

    series = forms.TypedChoiceField(label=_("Đối tượng"), coerce=int)
    signed_on = forms.DateField(label=_("Ngày ký hợp đồng"))

    def __init__(self, *args: Any, rates: tuple[RateRow, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["series"].choices = series_choices(rates)  # type: ignore[attr-defined]


class RateForm(forms.Form):
    """A change of rate to be proposed."""

    series = forms.TypedChoiceField(label=_("Đối tượng"), coerce=int)
    percent = forms.DecimalField(label=_("Lãi suất mới"), max_digits=9, decimal_places=6, localize=True)
    effective_on = forms.DateField(label=_("Hiệu lực từ ngày"))
    until = forms.DateField(
        label=_("Hết hiệu lực từ ngày"), required=False, help_text=_("Chỉ điền khi thay đổi có thời hạn.")
    )
    applies_to = forms.ChoiceField(
        label=_("Áp dụng cho"), choices=[(kind.value, TOUCHES[kind]) for kind in AppliesTo], widget=forms.RadioSelect
    )
    basis = forms.ChoiceField(label=_("Căn cứ pháp lý"))
    confidence = forms.ChoiceField(
        label=_("Mức kiểm chứng"), choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence]
    )

    def __init__(self, *args: Any, rates: tuple[RateRow, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["series"].choices = series_choices(rates)  # type: ignore[attr-defined]
        self.fields["basis"].choices = [(str(basis.id), basis.title) for basis in legal_bases()]  # type: ignore[attr-defined]
