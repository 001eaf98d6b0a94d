"""What is asked when a rule of servicing is proposed: orders of payment, instalments, extensions, freezes, checks."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.operations.propose_rules import (
    AskingDraft,
    BandDraft,
    CheckDraft,
    LimitDraft,
    NoticeDraft,
    OrderDraft,
    PeriodDraft,
    RegimeDraft,
)
from dongvon.domain.lending.vocabulary import LaterCheck, PetitionKind, Prepaid
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.interfaces.web.catalogue.words import FUNDS
from dongvon.interfaces.web.conditions.rule_form import RuleForm, programme_field, whole_number
from dongvon.interfaces.web.conditions.words import BASES, LATER_CHECKS, MEASURES, PREPAID, UNPAID
from dongvon.interfaces.web.loans.words import CAUSES, CLAIMS, PETITIONS

_UP_TO = _("Cho khoản vay đến (tháng)")
_NO_BOUND = _("Để trống: mọi khoản vay dài hơn.")


class OrderForm(RuleForm):
    """What a payment meets first: each claim has its place."""

    fund = forms.TypedChoiceField(label=_("Nguồn vốn"), coerce=Fund, choices=list(FUNDS.items()))
    overdue = forms.BooleanField(label=_("Khi khoản vay đang có nợ quá hạn"), required=False)
    prepaid = forms.TypedChoiceField(
        label=_("Tiền gốc trả trước trừ vào"), coerce=Prepaid, choices=list(PREPAID.items())
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, name in CLAIMS.items():
            label = _("Thứ tự trừ: %(claim)s") % {"claim": name}
            self.fields[f"at_{kind}"] = whole_number(label, most=len(CLAIMS))
        self.order_fields(["fund", "overdue", *(f"at_{kind}" for kind in CLAIMS), "prepaid"])

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """The place of each claim."""
        return {**told, **{f"at_{kind}": place for place, kind in enumerate(told["kinds"], start=1)}}

    def clean(self) -> dict[str, Any]:
        """Each place is taken once."""
        given = super().clean() or {}
        places = [given[f"at_{kind}"] for kind in CLAIMS if f"at_{kind}" in given]
        if len(places) == len(CLAIMS) and len(set(places)) < len(places):
            raise forms.ValidationError(
                _("Mỗi khoản phải có một thứ tự riêng, từ 1 đến %(last)s.") % {"last": len(CLAIMS)}
            )
        return given

    @property
    def draft(self) -> Any:
        """One order."""
        given = dict(self.cleaned_data)
        kinds = sorted(CLAIMS, key=lambda kind: given[f"at_{kind}"])
        kept = {name: value for name, value in given.items() if not name.startswith("at_")}
        return OrderDraft(**kept, kinds=tuple(kinds))


class PeriodForm(RuleForm):
    """How principal is divided over time."""

    programme = programme_field()
    up_to_months = whole_number(_UP_TO, required=False, help_text=_NO_BOUND)
    months = whole_number(_("Số tháng một kỳ trả nợ"), most=120)
    floor_to = whole_number(_("Mỗi kỳ tròn xuống đến (đồng)"), initial=100_000, localize=True)

    @property
    def draft(self) -> Any:
        """One period."""
        return PeriodDraft(**self.cleaned_data)


class RegimeForm(RuleForm):
    """What becomes of an instalment nobody paid."""

    programme = programme_field()
    unpaid = forms.ChoiceField(label=_("Kỳ chưa trả, chưa điều chỉnh"), choices=list(UNPAID.items()))

    @property
    def draft(self) -> Any:
        """One regime; its day is a day of signing."""
        return RegimeDraft(**self.cleaned_data)


class LimitForm(RuleForm):
    """How far the end of a loan may be put off: months, or a percent."""

    programme = programme_field()
    up_to_months = whole_number(_UP_TO, required=False, help_text=_NO_BOUND)
    months = whole_number(_("Gia hạn tối đa (tháng)"), most=600, required=False)
    percent = whole_number(_("hoặc tối đa (%)"), most=100, required=False)
    base = forms.ChoiceField(label=_("Phần trăm của"), choices=list(BASES.items()))

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = super().clean() or {}
        if not self.errors and bool(given.get("months")) == bool(given.get("percent")):
            self.add_error("months", _("Ghi số tháng hoặc phần trăm, một trong hai."))
        return given

    @property
    def draft(self) -> Any:
        """One limit."""
        return LimitDraft(**self.cleaned_data)


class AskingForm(RuleForm):
    """By when a paper about a due day must be in."""

    programme = programme_field()
    kind = forms.TypedChoiceField(
        label=_("Giấy đề nghị"),
        coerce=PetitionKind,
        choices=[(kind.value, PETITIONS[kind]) for kind in (PetitionKind.EXTEND, PetitionKind.RESCHEDULE)],
    )
    working_days = whole_number(_("Nộp trước hạn ít nhất (ngày làm việc)"), least=0, most=60)
    or_session = forms.BooleanField(label=_("Hoặc nộp tại phiên giao dịch cuối trước hạn"), required=False)

    @property
    def draft(self) -> Any:
        """One period of asking."""
        return AskingDraft(**self.cleaned_data)


class BandForm(RuleForm):
    """How long a debt may rest, by cause and damage."""

    cause_code = forms.ChoiceField(
        label=_("Nguyên nhân"), choices=[(code, f"{code} {CAUSES[code]}") for code in CAUSES]
    )
    from_percent = forms.DecimalField(
        label=_("Thiệt hại từ (%)"), localize=True, min_value=0, max_value=100, max_digits=6, decimal_places=3
    )
    measure = forms.ChoiceField(label=_("Biện pháp"), choices=list(MEASURES.items()))
    most_months = whole_number(_("Khoanh nợ tối đa (tháng)"), most=120, required=False)

    def clean(self) -> dict[str, Any]:
        """A freeze has its months, an extension has those of its own rule."""
        given = super().clean() or {}
        if not self.errors and (given.get("measure") == "freeze") != bool(given.get("most_months")):
            self.add_error("most_months", _("Khoanh nợ cần số tháng tối đa; gia hạn thì để trống."))
        return given

    @property
    def draft(self) -> Any:
        """One band."""
        return BandDraft(**self.cleaned_data)


class NoticeForm(RuleForm):
    """How long before an instalment its borrower is told."""

    days = whole_number(_("Báo trước kỳ trả nợ ít nhất (ngày)"), most=365)

    @property
    def draft(self) -> Any:
        """One period of notice."""
        return NoticeDraft(**self.cleaned_data)


class CheckForm(RuleForm):
    """Within how many days what was lent is checked."""

    kind = forms.TypedChoiceField(label=_("Việc kiểm tra"), coerce=LaterCheck, choices=list(LATER_CHECKS.items()))
    days = whole_number(_("Trong vòng (ngày)"), most=3650)
    yearly_percent = whole_number(_("Mỗi năm ít nhất (% số khoản vay)"), most=100, required=False)

    @property
    def draft(self) -> Any:
        """One period of checking."""
        return CheckDraft(**self.cleaned_data)
