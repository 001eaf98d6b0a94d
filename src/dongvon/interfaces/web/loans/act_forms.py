"""What is asked for each act on a loan; a field is named as the operation names its argument."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.life import Happening, life_of
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.vocabulary import Means
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.components.values import date_shown, money_shown
from dongvon.interfaces.web.loans.words import MEANS


class ActForm(forms.Form):
    """An act on one loan on one business day."""

    def __init__(self, *args: Any, loan: LoanFacts, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loan = loan
        self.on = on

    @property
    def arguments(self) -> dict[str, Any]:
        """What the operation is called with, besides who and when."""
        return {"loan": self.loan.id, "on": self.on, **self.cleaned_data}


class AmountField(forms.IntegerField):
    """Whole đồng."""

    def __init__(self) -> None:
        super().__init__(label=_("Số tiền (đồng)"), localize=True, min_value=1, max_value=10**12)


class MeansField(forms.TypedChoiceField):
    """How money changes hands."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Hình thức"),
            coerce=Means,
            choices=list(MEANS.items()),
            widget=forms.RadioSelect,
            initial=Means.CASH,
        )


class ReceiveForm(ActForm):
    """Money a borrower pays."""

    amount = AmountField()
    value_on = forms.DateField(
        label=_("Ngày hiệu lực"), localize=True, help_text=_("Ngày tiền thực trả; để nguyên nếu trả hôm nay.")
    )
    means = MeansField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value_on"].initial = self.on


class DisburseForm(ActForm):
    """Money handed to the borrower."""

    amount = AmountField()
    means = MeansField()


class ReverseForm(ActForm):
    """Which receipt should not have been, and why."""

    receipt = forms.TypedChoiceField(label=_("Phiếu thu"), coerce=UUID)
    reason = forms.CharField(label=_("Lý do hủy"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            "receipt",
            [
                (str(event.source), f"{date_shown(event.on)}: {money_shown(event.amount)}")
                for event in reversed(life_of(self.loan.id))
                if event.kind is Happening.RECEIVED and not event.told["reversed_on"]
            ],
        )

    @property
    def arguments(self) -> dict[str, Any]:
        """A receipt knows its loan."""
        return {"on": self.on, **self.cleaned_data}
