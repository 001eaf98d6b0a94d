"""What the branch says to define a figure."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind
from dongvon.interfaces.web.administration.words import body_choices
from dongvon.interfaces.web.components.forms import offer

KINDS = {
    SlotKind.COUNT: _("Số đếm (số nguyên)"),
    SlotKind.MONEY: _("Số tiền"),
    SlotKind.PERCENT: _("Tỷ lệ phần trăm"),
    SlotKind.DECIMAL: _("Số có phần thập phân"),
}
AGGREGATES = {
    Aggregate.SUM: _("Cộng các đơn vị"),
    Aggregate.AVERAGE: _("Bình quân các đơn vị"),
    Aggregate.LAST: _("Lấy kỳ gần nhất"),
    Aggregate.NONE: _("Không tổng hợp"),
}
MULTIPLIERS = {1: _("Đúng như viết"), 1_000: _("Nghìn"), 1_000_000: _("Triệu"), 1_000_000_000: _("Tỷ")}


class SlotForm(forms.Form):
    """One figure, typed and defined."""

    clause = forms.TypedChoiceField(label=_("Nhiệm vụ"), coerce=UUID)
    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=200)
    code = forms.SlugField(
        label=_("Mã chỉ tiêu"), max_length=80, help_text=_("Chữ không dấu, số và gạch nối, ví dụ von-ngan-sach-xa.")
    )
    unit_of_measure = forms.CharField(label=_("Đơn vị tính"), max_length=40)
    kind = forms.ChoiceField(label=_("Loại số"), choices=[(kind.value, name) for kind, name in KINDS.items()])
    multiplier = forms.TypedChoiceField(
        label=_("Viết theo"), coerce=int, choices=list(MULTIPLIERS.items()), initial=1,
        help_text=_("Chỉ tiêu tính bằng triệu đồng thì chọn Triệu; hệ thống lưu bằng đồng."),
    )  # fmt: skip
    aggregate = forms.ChoiceField(
        label=_("Cách tổng hợp"), choices=[(way.value, name) for way, name in AGGREGATES.items()]
    )
    definition = forms.CharField(
        label=_("Định nghĩa, cách tính"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    target = forms.TypedChoiceField(
        label=_("So với mục tiêu của kế hoạch"), required=False, coerce=UUID, empty_value=None
    )
    bodies = forms.MultipleChoiceField(
        label=_("Chỉ các loại cơ quan sau phải điền"),
        required=False,
        choices=body_choices(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, clauses: list[tuple[str, str]], targets: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "clause", clauses)
        offer(self, "target", [("", _("Không so")), *targets])
