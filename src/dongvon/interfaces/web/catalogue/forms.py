"""What is asked on the pages of the catalogue."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dongvon.domain.programmes.queries.catalogue import RateRow, legal_bases
from dongvon.domain.programmes.vocabulary import AppliesTo, CeilingPer, Confidence
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.words import CHANNELS, CONFIDENCES, FUNDS, PER, TOUCHES, who_bears
from dongvon.interfaces.web.components.forms import offer


def series_choices(rates: tuple[RateRow, ...]) -> list[tuple[int, str]]:
    """The series of a programme, each once."""
    return list({rate.series: who_bears(rate) for rate in rates}.items())


def _stated() -> forms.BooleanField:
    return forms.BooleanField(label=_("Ngày hiệu lực ghi rõ trong văn bản"), required=False, initial=True)


class QuestionForm(forms.Form):
    """Which rate did a loan bear: its series, the day it was signed, the day that is asked about."""

    series = forms.TypedChoiceField(label=_("Đối tượng"), coerce=int)
    signed_on = forms.DateField(label=_("Ngày ký hợp đồng"), localize=True)
    day = forms.DateField(label=_("Xem cho ngày"), localize=True, required=False)

    def __init__(self, *args: Any, rates: tuple[RateRow, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "series", series_choices(rates))


class RateForm(forms.Form):
    """A change of rate to be proposed."""

    series = forms.TypedChoiceField(label=_("Đối tượng"), coerce=int)
    percent = forms.DecimalField(label=_("Lãi suất mới"), max_digits=9, decimal_places=6, localize=True)
    effective_on = forms.DateField(label=_("Hiệu lực từ ngày"))
    since_stated = _stated()
    until = forms.DateField(
        label=_("Hết hiệu lực từ ngày"), required=False, help_text=_("Chỉ điền khi thay đổi có thời hạn.")
    )
    area = forms.ChoiceField(label=_("Chỉ áp dụng tại"), required=False)
    applies_to = forms.ChoiceField(
        label=_("Áp dụng cho"), choices=[(kind.value, TOUCHES[kind]) for kind in AppliesTo], widget=forms.RadioSelect
    )
    basis = forms.ChoiceField(label=_("Căn cứ pháp lý"))
    confidence = forms.ChoiceField(
        label=_("Mức kiểm chứng"), choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence]
    )

    def __init__(self, *args: Any, rates: tuple[RateRow, ...], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "series", series_choices(rates))
        offer(
            self, "area", [("", _("nơi đối tượng trên đang áp dụng")), *((row.code, row.name) for row in places(on=on))]
        )
        offer(self, "basis", [(str(basis.id), basis.title) for basis in legal_bases()])


class TermForm(forms.Form):
    """Conditions of one fund's loans from a day on; a ceiling left empty is none."""

    fund = forms.ChoiceField(label=_("Nguồn vốn"), choices=list(FUNDS.items()), widget=forms.RadioSelect)
    effective_on = forms.DateField(label=_("Hiệu lực từ ngày"), localize=True)
    since_stated = _stated()
    until = forms.DateField(label=_("Hết hiệu lực từ ngày"), localize=True, required=False)
    channel = forms.ChoiceField(label=_("Kênh cho vay"), choices=list(CHANNELS.items()))
    longest_months = forms.IntegerField(label=_("Thời hạn dài nhất (tháng)"), required=False, min_value=1)
    short_course_months = forms.IntegerField(label=_("Khóa học ngắn: đến (tháng)"), required=False, min_value=0)
    short_course_times = forms.IntegerField(label=_("Khóa ngắn trả nợ gấp (lần)"), required=False, min_value=1)
    course_times = forms.IntegerField(
        label=_("Khóa dài trả nợ gấp (lần)"),
        required=False,
        min_value=1,
        help_text=_("Số lần thời gian phát tiền vay; chỉ cho chương trình theo khóa học."),
    )
    grace_months = forms.IntegerField(label=_("Ân hạn (tháng)"), min_value=0, initial=0)
    collateral_above = forms.IntegerField(
        label=_("Bảo đảm tiền vay khi trên (đồng)"), required=False, min_value=0, localize=True
    )
    overdue_percent = forms.DecimalField(
        label=_("Lãi quá hạn (% lãi suất cho vay)"),
        required=False,
        localize=True,
        min_value=0,
        max_digits=7,
        decimal_places=3,
        help_text=_("Để trống khi nợ quá hạn chịu lãi suất hộ nghèo tại ngày ký."),
    )
    rollover = forms.BooleanField(label=_("Cho vay lưu vụ"), required=False)
    basis = forms.ChoiceField(label=_("Căn cứ pháp lý"))
    confidence = forms.ChoiceField(
        label=_("Mức kiểm chứng"), choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "basis", [(str(basis.id), basis.title) for basis in legal_bases()])
        for per in CeilingPer:
            self.fields[f"ceiling_{per}"] = forms.DecimalField(
                label=ceiling_label(per), required=False, localize=True, min_value=0, max_digits=15, decimal_places=3
            )

    @property
    def ceilings(self) -> list[forms.BoundField]:
        """The fields of the ceilings, for the template."""
        return [self[f"ceiling_{per}"] for per in CeilingPer]

    @property
    def conditions(self) -> list[forms.BoundField]:
        """All other fields."""
        return [self[name] for name in self.fields if not name.startswith("ceiling_")]


def ceiling_label(per: CeilingPer) -> str:
    """`Mỗi hộ`, `Giá trị hợp đồng (%)`."""
    return f"{capfirst(str(PER[per]))} (%)" if per.endswith("share") else capfirst(str(PER[per]))


class DocumentForm(forms.Form):
    """A legal document to be cited."""

    number = forms.CharField(label=_("Số hiệu"), max_length=80)
    title = forms.CharField(label=_("Nội dung"), max_length=300)
    issued_on = forms.DateField(label=_("Ngày ban hành"), localize=True, required=False)
    confidence = forms.ChoiceField(
        label=_("Mức kiểm chứng"), choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence]
    )
