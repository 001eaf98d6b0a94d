"""What is asked when members come, go and move, and when a board is elected."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.queries.decisions import DecisionRow
from dongvon.interfaces.web.components.forms import offer

Choices = list[tuple[str, str]]


class DecidedForm(forms.Form):
    """Somebody about whom the group decided, and the day from which it holds."""

    person = forms.TypedChoiceField(label=_("Theo biểu quyết đã thông qua"), coerce=UUID)
    on = forms.DateField(label=_("Từ ngày"), localize=True)

    def __init__(self, *args: Any, decided: Iterable[DecisionRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.motions = {row.about: row.motion for row in decided}
        offer(self, "person", [(str(row.about), _said(row)) for row in decided])


class ElectForm(forms.Form):
    """The board, the minutes that elected it, the commune's consent, and what the two declare of themselves."""

    motion = forms.TypedChoiceField(label=_("Theo biểu quyết đã thông qua"), coerce=UUID)
    leader = forms.TypedChoiceField(label=_("Tổ trưởng"), coerce=UUID)
    deputy = forms.TypedChoiceField(label=_("Tổ phó"), coerce=UUID)
    on = forms.DateField(label=_("Từ ngày"), localize=True)
    acceptance = forms.CharField(label=_("Văn bản chấp thuận của UBND cấp xã (số, ngày)"), max_length=120)
    related = forms.BooleanField(label=_("Hai người là vợ chồng, cha mẹ - con hoặc anh chị em ruột"), required=False)
    on_standing_committee = forms.BooleanField(
        label=_("Có người thuộc thường trực hội, đoàn thể cấp xã"), required=False
    )
    leads_elsewhere = forms.BooleanField(
        label=_("Có người đang là tổ trưởng tổ vay vốn của ngân hàng khác"), required=False
    )

    def __init__(self, *args: Any, members: Choices, decided: Iterable[DecisionRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "motion", [(str(row.motion), _said(row)) for row in decided])
        for name in ("leader", "deputy"):
            offer(self, name, members)


class TransferForm(forms.Form):
    """A member to another group of the hamlet."""

    person = forms.TypedChoiceField(label=_("Tổ viên"), coerce=UUID)
    into = forms.TypedChoiceField(label=_("Chuyển sang tổ"), coerce=UUID)
    on = forms.DateField(label=_("Từ ngày"), localize=True)
    reason = forms.CharField(label=_("Lý do"), max_length=300)

    def __init__(self, *args: Any, members: Choices, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", members)
        offer(self, "into", others)


def _said(row: DecisionRow) -> str:
    return f"{row.held_on:%d/%m/%Y}: {row.text}"
