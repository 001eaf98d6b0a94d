"""What is asked when a petition is put in, granted or declined; a field is named as the operation's argument."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.petitions import PetitionRow, petitions_of
from dongvon.domain.lending.vocabulary import InterestStore, PetitionKind, RiskCause
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.components.values import date_shown
from dongvon.interfaces.web.loans.act_forms import ActForm, AmountField, MeansField
from dongvon.interfaces.web.loans.words import CAUSES, PETITIONS, STORES

MOST_MONTHS = 360


class PetitionForm(ActForm):
    """What the borrower asks for, as it was received."""

    kind = forms.TypedChoiceField(label=_("Đề nghị"), coerce=PetitionKind, choices=list(PETITIONS.items()))
    received_on = forms.DateField(label=_("Ngày nhận giấy đề nghị"), localize=True)
    asked = forms.CharField(
        label=_("Nội dung đề nghị và lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = self.on

    @property
    def arguments(self) -> dict[str, Any]:
        """A petition is put in on no business day."""
        return {"loan": self.loan.id, **self.cleaned_data}


class DecisionForm(ActForm):
    """Grants the open petition of its kind by a document with a number."""

    kind: PetitionKind

    decision = forms.CharField(label=_("Số văn bản quyết định"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "decision"])

    @property
    def petition(self) -> PetitionRow | None:
        """What waits for this decision."""
        return next((row for row in petitions_of(self.loan.id) if row.kind == self.kind and row.granted is None), None)

    @property
    def arguments(self) -> dict[str, Any]:
        """A petition that is gone by now is named by nothing, and refused."""
        waiting = self.petition
        return {"petition": waiting.id if waiting else UUID(int=0), "on": self.on, **self.cleaned_data}


class MonthsField(forms.IntegerField):
    """A number of months."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label=label, max_value=MOST_MONTHS, **more)


class ExtendForm(DecisionForm):
    """How many months more."""

    kind = PetitionKind.EXTEND
    months = MonthsField(_("Số tháng gia hạn"))


class RescheduleForm(DecisionForm):
    """Which instalment, to which day."""

    kind = PetitionKind.RESCHEDULE
    number = forms.TypedChoiceField(label=_("Kỳ trả nợ"), coerce=int)
    due_on = forms.DateField(label=_("Ngày trả mới"), localize=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            "number",
            [(part.number, f"{part.number}: {date_shown(part.due_on)}") for part in self.loan.instalments if part.open],
        )


class RollOverForm(DecisionForm):
    """The new loan: its number and its length."""

    kind = PetitionKind.ROLL_OVER
    contract_number = forms.CharField(label=_("Số hợp đồng mới"), max_length=20)
    months = MonthsField(_("Thời hạn mới (tháng)"))


class CauseField(forms.ChoiceField):
    """A cause of risk by the bank's code."""

    def __init__(self) -> None:
        choices = [(code, f"{code} {words}") for code, words in CAUSES.items()]
        super().__init__(label=_("Nguyên nhân rủi ro"), choices=choices)


class FreezeForm(DecisionForm):
    """From which day, for how long, why."""

    kind = PetitionKind.FREEZE
    cause_code = CauseField()
    damage_percent = forms.DecimalField(
        label=_("Mức thiệt hại (% vốn của phương án)"),
        localize=True,
        required=False,
        min_value=0,
        max_value=100,
        max_digits=6,
        decimal_places=3,
        help_text=_("Không hỏi đối với học sinh, sinh viên, nước sạch và nhà ở."),
    )
    reason = forms.CharField(label=_("Diễn giải nguyên nhân"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    from_on = forms.DateField(label=_("Khoanh từ ngày"), localize=True)
    months = MonthsField(_("Số tháng khoanh"), min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"].initial = self.on

    @property
    def arguments(self) -> dict[str, Any]:
        """The three words about the cause are one argument."""
        given = super().arguments
        cause = RiskCause(
            code=given.pop("cause_code"), damage_percent=given.pop("damage_percent"), reason=given.pop("reason")
        )
        return {**given, "cause": cause}


class EndFreezeForm(DecisionForm):
    """Today, by a document."""

    kind = PetitionKind.END_FREEZE


class WriteOffForm(DecisionForm):
    """Why nobody will pay."""

    kind = PetitionKind.WRITE_OFF
    cause_code = CauseField()


class ReduceForm(DecisionForm):
    """How much, from which store."""

    kind = PetitionKind.REDUCE_INTEREST
    store = forms.TypedChoiceField(label=_("Loại lãi"), coerce=InterestStore, choices=list(STORES.items()))
    amount = AmountField()


class SuspendForm(DecisionForm):
    """The time of service."""

    kind = PetitionKind.SUSPEND
    from_on = forms.DateField(label=_("Ngày nhập ngũ"), localize=True)
    until_on = forms.DateField(label=_("Hết tạm hoãn từ ngày"), localize=True)
    months = MonthsField(
        _("Số tháng cộng vào thời hạn"),
        min_value=0,
        initial=0,
        help_text=_("Chỉ khoản vay học sinh, sinh viên; khoản khác ghi 0."),
    )


class RecoverForm(ActForm):
    """Money for a debt already written off."""

    amount = AmountField()
    means = MeansField()


class DeclineForm(ActForm):
    """Which petition, and why not."""

    petition = forms.TypedChoiceField(label=_("Đề nghị"), coerce=UUID)
    reason = forms.CharField(
        label=_("Lý do không chấp thuận"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, loan: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, loan=loan, on=on, **kwargs)
        offer(
            self,
            "petition",
            [
                (str(row.id), f"{PETITIONS[row.kind]}, {date_shown(row.received_on)}")
                for row in petitions_of(self.loan.id)
                if row.granted is None
            ],
        )

    @property
    def arguments(self) -> dict[str, Any]:
        """A petition knows its loan."""
        return dict(self.cleaned_data)
