"""What is asked when a standard or a term of lists is proposed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.lists.words import AREAS, LIMITS, MEASURES, SURE

CONFIDENCES = [(level, label) for level, (label, _tone) in SURE.items()]


class StandardForm(forms.Form):
    """A standard of poverty or of average living from a day on."""

    measure = forms.ChoiceField(label=_("Chuẩn"), choices=list(MEASURES.items()))
    area = forms.ChoiceField(label=_("Khu vực"), choices=list(AREAS.items()))
    place = forms.ChoiceField(
        label=_("Áp dụng cho"), required=False, help_text=_("Chỉ chọn khi xã, phường có chuẩn riêng cao hơn.")
    )
    from_on = forms.DateField(label=_("Từ ngày"), localize=True)
    until_on = forms.DateField(label=_("Đến trước ngày"), localize=True, required=False)
    over = forms.IntegerField(
        label=_("Thu nhập trên (đồng một người một tháng)"), min_value=0, initial=0, localize=True
    )
    up_to = forms.IntegerField(label=_("Đến (đồng một người một tháng)"), min_value=1, localize=True)
    deprivations = forms.IntegerField(
        label=_("Số chỉ số thiếu hụt để là hộ nghèo"),
        min_value=1,
        required=False,
        help_text=_("Chỉ điền cho chuẩn nghèo, cận nghèo."),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=200)
    confidence = forms.ChoiceField(label=_("Nguồn tin"), choices=CONFIDENCES)

    def __init__(self, *args: Any, communes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", [("", _("Cả nước")), *communes])


class LimitForm(forms.Form):
    """A term in days or months from a day on."""

    limit = forms.ChoiceField(label=_("Thời hạn"), choices=list(LIMITS.items()))
    amount = forms.IntegerField(label=_("Số ngày hoặc tháng"), min_value=1, max_value=600)
    on = forms.DateField(label=_("Từ ngày"), localize=True)
    basis = forms.CharField(label=_("Căn cứ"), max_length=200)
    confidence = forms.ChoiceField(label=_("Nguồn tin"), choices=CONFIDENCES)
