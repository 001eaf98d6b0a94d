"""What is asked when a rule of the road is proposed; each form gives its draft."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.operations.propose_road_rules import (
    AreaDraft,
    ConditionDraft,
    DeadlineDraft,
    GroundDraft,
    HolidayDraft,
    RoadRules,
    RouteDraft,
)
from dongvon.domain.lending.queries.road_rules import RuleKind
from dongvon.domain.lending.vocabulary import Check, Stage
from dongvon.domain.programmes.queries.catalogue import legal_bases, programme_names
from dongvon.domain.programmes.vocabulary import Channel, Confidence
from dongvon.interfaces.web.catalogue.words import CHANNELS, CONFIDENCES
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.conditions.words import AFTER, AREAS, CHECKS
from dongvon.interfaces.web.road.words import STAGES

ANY: Final = _("Mọi chương trình")


class RuleForm(forms.Form):
    """From when, on which document, how sure: what every rule tells."""

    from_on = forms.DateField(label=_("Áp dụng từ ngày"), localize=True)
    basis = forms.TypedChoiceField(label=_("Căn cứ pháp lý"), coerce=UUID)
    confidence = forms.TypedChoiceField(
        label=_("Mức kiểm chứng"),
        coerce=Confidence,
        choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence],
    )

    def __init__(self, *args: Any, communes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in RuleForm.base_fields])
        offer(self, "basis", [(str(row.id), row.title) for row in legal_bases()])
        if "programme" in self.fields:
            whole = [] if self.fields["programme"].required else [("", ANY)]
            offer(self, "programme", [*whole, *((str(row.id), f"{row.code} {row.name}") for row in programme_names())])
        if "place" in self.fields:
            offer(self, "place", communes)

    @property
    def rules(self) -> RoadRules:
        """What is laid before whoever decides."""
        raise NotImplementedError


def _programme(*, required: bool = False) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=_("Chương trình"), coerce=UUID, required=required, empty_value=None)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


class ConditionForm(RuleForm):
    """A demand on whoever borrows."""

    programme = _programme()
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

    @property
    def rules(self) -> RoadRules:
        """One condition."""
        given = {**self.cleaned_data, "values": _split(self.cleaned_data["values"])}
        return RoadRules(conditions=(ConditionDraft(**given),))


class RouteForm(RuleForm):
    """The steps of files."""

    programme = _programme()
    channel = forms.TypedChoiceField(label=_("Kênh cho vay"), coerce=Channel, choices=list(CHANNELS.items()))
    screened = forms.BooleanField(label=_("Bình xét tại tổ"), required=False)
    forms_ = forms.CharField(
        label=_("Giấy UBND cấp xã ký"), required=False, help_text=_("Ví dụ: 03/TD; để trống thì không qua xã.")
    )
    lottery = forms.BooleanField(label=_("Bốc thăm khi nhu cầu vượt kế hoạch"), required=False)
    tuition = forms.BooleanField(label=_("Cho vay cả học phí"), required=False)
    tranche_months = forms.IntegerField(label=_("Số tháng một đợt giải ngân"), required=False, min_value=1)
    declared_yearly = forms.BooleanField(label=_("Kê khai trước mỗi năm nhận tiền"), required=False)

    @property
    def rules(self) -> RoadRules:
        """One route."""
        given = dict(self.cleaned_data)
        signed = _split(given.pop("forms_"))
        return RoadRules(routes=(RouteDraft(**given, forms=signed),))


class DeadlineForm(RuleForm):
    """A clock in working days."""

    programme = _programme()
    channel = forms.TypedChoiceField(label=_("Kênh cho vay"), coerce=Channel, choices=list(CHANNELS.items()))
    after = forms.TypedChoiceField(label=_("Việc phải làm"), coerce=Stage, choices=list(AFTER.items()))
    since = forms.TypedChoiceField(
        label=_("Tính từ khi"), coerce=Stage, choices=[(stage, STAGES[stage][1]) for stage in AFTER]
    )
    working_days = forms.IntegerField(label=_("Số ngày làm việc"), min_value=1, max_value=300)

    @property
    def rules(self) -> RoadRules:
        """One deadline."""
        return RoadRules(deadlines=(DeadlineDraft(**self.cleaned_data),))


class GroundForm(RuleForm):
    """A reason to come first in a lottery."""

    programme = _programme(required=True)
    code = forms.SlugField(label=_("Mã diện"), max_length=30)
    title = forms.CharField(label=_("Tên diện ưu tiên"), max_length=200)
    rank = forms.IntegerField(label=_("Thứ tự"), min_value=1, max_value=99)

    @property
    def rules(self) -> RoadRules:
        """One priority."""
        return RoadRules(grounds=(GroundDraft(**self.cleaned_data),))


class AreaForm(RuleForm):
    """A commune is of a kind, or is no longer."""

    place = forms.ChoiceField(label=_("Xã, phường"))
    kind = forms.ChoiceField(label=_("Vùng"), choices=[("difficult", AREAS["difficult"])])
    holds = forms.BooleanField(label=_("Thuộc vùng này (bỏ chọn để thôi)"), required=False, initial=True)

    @property
    def rules(self) -> RoadRules:
        """One area."""
        return RoadRules(areas=(AreaDraft(**self.cleaned_data),))


class HolidayForm(RuleForm):
    """A day off, or one worked in exchange."""

    title = forms.CharField(label=_("Tên ngày"), max_length=120)
    worked = forms.BooleanField(label=_("Làm bù (cuối tuần đi làm)"), required=False)

    @property
    def rules(self) -> RoadRules:
        """One day."""
        given = dict(self.cleaned_data)
        return RoadRules(holidays=(HolidayDraft(day=given.pop("from_on"), **given),))


FORMS: Final[Mapping[RuleKind, type[RuleForm]]] = {
    RuleKind.CONDITION: ConditionForm,
    RuleKind.ROUTE: RouteForm,
    RuleKind.DEADLINE: DeadlineForm,
    RuleKind.GROUND: GroundForm,
    RuleKind.AREA: AreaForm,
    RuleKind.HOLIDAY: HolidayForm,
}
