"""What is asked when a rule is proposed by which groups are graded and their work is paid."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.vocabulary import Criterion, CriterionDraft, Grade, GradeDraft, Payment, PaymentDraft
from dongvon.interfaces.web.conditions.rule_form import DatedForm, whole_number
from dongvon.interfaces.web.conditions.words import LEVELS
from dongvon.interfaces.web.groups.words import CRITERIA, GRADES, PAYMENTS

Pairs = tuple[tuple[Decimal, Decimal], ...]


def percent_field(label: Any, *, digits: int = 3, **more: Any) -> forms.DecimalField:
    """From 0 to 100."""
    return forms.DecimalField(
        label=label, localize=True, min_value=0, max_value=100, max_digits=7, decimal_places=digits, **more
    )


class PairsField(forms.CharField):
    """Steps of a scale: `0:0 50:10 95:20` is from 0 % on 0, from 50 % on 10, from 95 % on 20."""

    def clean(self, value: Any) -> Pairs:
        """Pairs of numbers, the first ones rising."""
        text = super().clean(value)
        try:
            pairs = [tuple(Decimal(part.replace(",", ".")) for part in pair.split(":")) for pair in text.split()]
            found = tuple((first, second) for first, second in pairs)
        except (InvalidOperation, ValueError):
            found = ((Decimal(1), Decimal(0)), (Decimal(0), Decimal(0)))
        if not all(earlier[0] < later[0] for earlier, later in pairwise(found)):
            raise forms.ValidationError(
                _("Ghi từng cặp, mức từ thấp đến cao, cách nhau dấu cách; ví dụ 0:0 50:10 95:20.")
            )
        return found


def written(pairs: Any) -> str:
    """Pairs as they are typed."""
    return " ".join(f"{first}:{second}" for first, second in pairs)


class AssessmentForm(DatedForm):
    """On which document, in words, and whether its text was read."""

    basis = forms.CharField(label=_("Căn cứ"), max_length=200)
    confirmed = forms.BooleanField(label=_("Đã đối chiếu với văn bản"), required=False)


class CriterionForm(AssessmentForm):
    """The most points of a criterion, and its bands."""

    criterion = forms.TypedChoiceField(label=_("Tiêu chí"), coerce=Criterion, choices=list(CRITERIA.items()))
    most = whole_number(_("Điểm tối đa"), most=100)
    bands = PairsField(
        label=_("Thang điểm"), help_text=_("Mỗi cặp là “từ bao nhiêu %: được mấy điểm”, ví dụ 0:0 50:10 95:20.")
    )

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Bands as they are typed."""
        return {**told, "bands": written(told["bands"])}

    def clean(self) -> dict[str, Any]:
        """No band gives more than the most."""
        given = super().clean() or {}
        if not self.errors and max((points for _from, points in given["bands"]), default=0) > given["most"]:
            self.add_error("bands", _("Thang điểm không được vượt điểm tối đa."))
        return given

    @property
    def draft(self) -> Any:
        """One criterion."""
        return CriterionDraft(**self.cleaned_data)


class GradeForm(AssessmentForm):
    """From which score on a group has a grade."""

    grade = forms.TypedChoiceField(
        label=_("Xếp loại"), coerce=Grade, choices=[(grade, label) for grade, (label, _tone) in GRADES.items()]
    )
    from_score = percent_field(_("Từ số điểm"), digits=2)

    @property
    def draft(self) -> Any:
        """One grade."""
        return GradeDraft(**self.cleaned_data)


class PaymentForm(AssessmentForm):
    """What is paid for collecting interest, by quality, and how it is divided."""

    payment = forms.TypedChoiceField(label=_("Khoản chi"), coerce=Payment, choices=list(PAYMENTS.items()))
    monthly_percent = percent_field(_("Mức chi (% một tháng của dư nợ thu được lãi)"), digits=4)
    bands = PairsField(
        label=_("Theo tỷ lệ nợ quá hạn"),
        required=False,
        help_text=_("Mỗi cặp là “tỷ lệ nợ quá hạn từ bao nhiêu %: chi bao nhiêu %”, ví dụ 0:100 2:80 3:50 4:0."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level, name in LEVELS.items():
            self.fields[f"split_{level}"] = percent_field(
                _("Chia cho %(level)s (%%)") % {"level": name}, required=False
            )
        self.order_fields(["payment", "monthly_percent", "bands", *(f"split_{level}" for level in LEVELS)])

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Bands as they are typed, and the share of each level."""
        shares = {f"split_{level}": Decimal(share) for level, share in told["split"]}
        return {**told, "bands": written(told["bands"]), **shares}

    def clean(self) -> dict[str, Any]:
        """The shares make a whole, where there are any."""
        given = super().clean() or {}
        shares = self._shares(given)
        if shares and sum(share for _level, share in shares) != 100:
            self.add_error(f"split_{shares[-1][0]}", _("Tổng các phần chia phải là 100 %."))
        return given

    @property
    def draft(self) -> Any:
        """One payment."""
        kept = {name: value for name, value in self.cleaned_data.items() if not name.startswith("split_")}
        return PaymentDraft(**kept, split=self._shares(self.cleaned_data))

    def _shares(self, given: Mapping[str, Any]) -> tuple[tuple[str, Decimal], ...]:
        return tuple((level, share) for level in LEVELS if (share := given.get(f"split_{level}")) is not None)
