"""What is asked when a rule of the road is proposed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.operations.propose_rules import (
    AreaDraft,
    ConditionDraft,
    DeadlineDraft,
    GroundDraft,
    HolidayDraft,
    RouteDraft,
)
from dongvon.domain.lending.vocabulary import Check, Stage
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.interfaces.web.catalogue.words import CHANNELS
from dongvon.interfaces.web.conditions.rule_form import RuleForm, programme_field
from dongvon.interfaces.web.conditions.words import AFTER, AREAS, CHECKS
from dongvon.interfaces.web.road.words import STAGES


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


class ConditionForm(RuleForm):
    """A demand on whoever borrows."""

    programme = programme_field()
    channel = forms.ChoiceField(
        label=_("Kênh cho vay"), required=False, choices=[("", _("Cả hai kênh")), *CHANNELS.items()]
    )
    code = forms.SlugField(
        label=_("Mã điều kiện"), max_length=30, help_text=_("Cùng mã với điều kiện đang áp dụng thì thay điều kiện đó.")
    )
    check_kind = forms.TypedChoiceField(label=_("Loại"), coerce=Check, choices=list(CHECKS.items()))
    title = forms.CharField(label=_("Nội dung"), max_length=300)
    remedy = forms.CharField(label=_("Hướng dẫn khi chưa đạt"), max_length=300, required=False)
    article = forms.CharField(label=_("Điều, khoản"), max_length=120, required=False)
    values = forms.CharField(
        label=_("Giá trị"),
        required=False,
        help_text=_("Mã danh sách, giấy tờ, vùng, chương trình; cách nhau dấu cách."),
    )
    number = forms.DecimalField(
        label=_("Con số"), required=False, localize=True, max_digits=15, decimal_places=3, min_value=0
    )
    alternative = forms.SlugField(
        label=_("Nhóm thay thế"), max_length=30, required=False, help_text=_("Các điều kiện cùng nhóm: đạt một là đủ.")
    )
    demanded = forms.BooleanField(label=_("Có yêu cầu (bỏ chọn để thôi áp dụng)"), required=False, initial=True)

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Values as they are written."""
        return {**told, "values": " ".join(told["values"])}

    @property
    def draft(self) -> Any:
        """One condition."""
        given = {**self.cleaned_data, "values": _split(self.cleaned_data["values"])}
        return ConditionDraft(**given)


class RouteForm(RuleForm):
    """The steps of files."""

    programme = programme_field()
    channel = forms.TypedChoiceField(label=_("Kênh cho vay"), coerce=Channel, choices=list(CHANNELS.items()))
    screened = forms.BooleanField(label=_("Bình xét tại tổ"), required=False)
    forms_ = forms.CharField(
        label=_("Giấy UBND cấp xã ký"), required=False, help_text=_("Ví dụ: 03/TD; để trống thì không qua xã.")
    )
    lottery = forms.BooleanField(label=_("Bốc thăm khi nhu cầu vượt kế hoạch"), required=False)
    tuition = forms.BooleanField(label=_("Cho vay cả học phí"), required=False)
    tranche_months = forms.IntegerField(label=_("Số tháng một đợt giải ngân"), required=False, min_value=1)
    declared_yearly = forms.BooleanField(label=_("Kê khai trước mỗi năm nhận tiền"), required=False)

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Papers as they are written."""
        return {**told, "forms_": " ".join(told["forms"])}

    @property
    def draft(self) -> Any:
        """One route."""
        given = dict(self.cleaned_data)
        signed = _split(given.pop("forms_"))
        return RouteDraft(**given, forms=signed)


class DeadlineForm(RuleForm):
    """A clock in working days."""

    programme = programme_field()
    channel = forms.TypedChoiceField(label=_("Kênh cho vay"), coerce=Channel, choices=list(CHANNELS.items()))
    after = forms.TypedChoiceField(label=_("Việc phải làm"), coerce=Stage, choices=list(AFTER.items()))
    since = forms.TypedChoiceField(
        label=_("Tính từ khi"), coerce=Stage, choices=[(stage, STAGES[stage][1]) for stage in AFTER]
    )
    working_days = forms.IntegerField(label=_("Số ngày làm việc"), min_value=1, max_value=300)

    @property
    def draft(self) -> Any:
        """One deadline."""
        return DeadlineDraft(**self.cleaned_data)


class GroundForm(RuleForm):
    """A reason to come first in a lottery."""

    programme = programme_field(required=True)
    code = forms.SlugField(label=_("Mã diện"), max_length=30)
    title = forms.CharField(label=_("Tên diện ưu tiên"), max_length=200)
    rank = forms.IntegerField(label=_("Thứ tự"), min_value=1, max_value=99)

    @property
    def draft(self) -> Any:
        """One priority."""
        return GroundDraft(**self.cleaned_data)


class AreaForm(RuleForm):
    """A commune is of a kind, or is no longer."""

    place = forms.ChoiceField(label=_("Xã, phường"))
    kind = forms.ChoiceField(label=_("Vùng"), choices=[("difficult", AREAS["difficult"])])
    holds = forms.BooleanField(label=_("Thuộc vùng này (bỏ chọn để thôi)"), required=False, initial=True)

    @property
    def draft(self) -> Any:
        """One area."""
        return AreaDraft(**self.cleaned_data)


class HolidayForm(RuleForm):
    """A day off, or one worked in exchange."""

    title = forms.CharField(label=_("Tên ngày"), max_length=120)
    worked = forms.BooleanField(label=_("Làm bù (cuối tuần đi làm)"), required=False)

    @property
    def draft(self) -> Any:
        """One day."""
        given = dict(self.cleaned_data)
        return HolidayDraft(day=given.pop("from_on"), **given)
