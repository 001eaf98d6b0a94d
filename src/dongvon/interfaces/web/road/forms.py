"""What is asked on the road: amounts and opinions, reasons, notices, contracts, lots."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.road.words import PAPERS


def _money(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, localize=True, **more)


def _words(label: Any, *, rows: int = 2, required: bool = True, most: int = 500) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=most, widget=forms.Textarea(attrs={"rows": rows}))


class AppraiseForm(forms.Form):
    """What the officer found, and would lend."""

    amount = _money(_("Số tiền đề nghị cho vay (đồng)"))
    term_months = forms.IntegerField(label=_("Thời hạn (tháng)"), min_value=1, max_value=600)
    opinion = _words(_("Ý kiến thẩm định"), rows=3, most=1000)


class ControlForm(forms.Form):
    """A remark, if there is one."""

    opinion = _words(_("Ý kiến kiểm soát"), required=False, most=1000)


class ApproveForm(forms.Form):
    """What the director lends."""

    amount = _money(_("Số tiền duyệt cho vay (đồng)"))
    term_months = forms.IntegerField(label=_("Thời hạn (tháng)"), min_value=1, max_value=600)


class ReasonForm(forms.Form):
    """Why not, or what is missing."""

    reason = _words(_("Lý do, nội dung cần bổ sung"))


class SaidForm(forms.Form):
    """What was completed, or why it is taken back."""

    said = _words(_("Nội dung"), required=False)


class SignForm(forms.Form):
    """The contract."""

    contract_number = forms.CharField(label=_("Số hợp đồng (sổ vay vốn)"), max_length=20)
    signed_on = forms.DateField(label=_("Ngày ký"), localize=True)


class NoticeForm(forms.Form):
    """When and where money is handed out."""

    disburse_on = forms.DateField(label=_("Ngày giải ngân"), localize=True)
    venue = forms.CharField(label=_("Nơi giải ngân"), max_length=200)


class DeclareForm(forms.Form):
    """The learner's yearly declaration."""

    declared_on = forms.DateField(label=_("Ngày kê khai"), localize=True)
    declaration = _words(_("Nội dung kê khai (trường, năm học, kết quả)"), most=300)


class PaperForm(forms.Form):
    """A paper that was shown, with a copy where there is one."""

    code = forms.ChoiceField(label=_("Loại giấy tờ"), choices=list(PAPERS.items()))
    number = forms.CharField(label=_("Số giấy tờ"), required=False, max_length=120)
    issued_on = forms.DateField(label=_("Ngày cấp"), required=False, localize=True)
    file = forms.FileField(label=_("Bản chụp giấy tờ"), required=False)


class LotteryForm(forms.Form):
    """A public draw."""

    plan = _money(_("Kế hoạch vốn của đợt này (đồng)"))
    seed = forms.CharField(label=_("Dãy số do người chứng kiến đọc"), max_length=120)
    held_on = forms.DateField(label=_("Ngày bốc thăm"), localize=True)
    venue = forms.CharField(label=_("Nơi tổ chức"), max_length=200)
    witnesses = _words(_("Người chứng kiến, mỗi người một dòng"), rows=3)
    minutes = _words(_("Biên bản"), required=False, rows=4, most=5000)

    def clean_witnesses(self) -> tuple[str, ...]:
        """One name a line."""
        return tuple(line.strip() for line in self.cleaned_data["witnesses"].splitlines() if line.strip())
