"""What is asked about money that is out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.operations.check_use import UseSeen
from dongvon.domain.lending.operations.compare_balances import Told
from dongvon.domain.lending.queries.balance_sheets import KeptRow
from dongvon.domain.lending.queries.use_checks import UseRow


class UseForm(forms.Form):
    """What a visit found of one disbursement."""

    checked_on = forms.DateField(label=_("Ngày kiểm tra"), localize=True)
    used_for = forms.CharField(label=_("Đã sử dụng vào việc"), max_length=300)
    rightly = forms.IntegerField(label=_("Đúng mục đích (đồng)"), localize=True, min_value=0)
    wrongly = forms.IntegerField(label=_("Sai mục đích (đồng)"), localize=True, min_value=0, initial=0)
    effect = forms.CharField(label=_("Hiệu quả"), max_length=300, required=False)
    measures = forms.CharField(
        label=_("Biện pháp xử lý"), max_length=300, required=False, help_text=_("Bắt buộc khi có số sai mục đích.")
    )

    def __init__(self, *args: Any, row: UseRow, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["checked_on"].initial = on
        self.fields["rightly"].initial = row.amount
        self.fields["used_for"].initial = row.purpose

    @property
    def seen(self) -> tuple[UseSeen, ...]:
        """As the operation takes it."""
        return (UseSeen(disbursement=self.row.disbursement, **self.cleaned_data),)


class VisitForm(forms.Form):
    """A visit to a group: which disbursements were looked at, and what was found of each."""

    checked_on = forms.DateField(label=_("Ngày kiểm tra"), localize=True)

    def __init__(self, *args: Any, rows: Sequence[UseRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields |= {_field(name, row.disbursement): made for name, made in _seen_fields(row).items()}

    def clean(self) -> dict[str, Any]:
        """What was looked at is told."""
        given = super().clean() or {}
        for row in self.rows:
            if given.get(_field("looked", row.disbursement)):
                for name in ("used_for", "rightly", "wrongly"):
                    key = _field(name, row.disbursement)
                    if given.get(key) in (None, "") and key not in self.errors:
                        self.add_error(key, _("Đã đánh dấu kiểm tra thì hãy ghi mục này."))
        return given

    @property
    def seen(self) -> tuple[UseSeen, ...]:
        """As the operation takes it."""
        given = self.cleaned_data
        return tuple(
            UseSeen(
                disbursement=row.disbursement,
                checked_on=given["checked_on"],
                **{name: given[_field(name, row.disbursement)] for name in _SEEN},
            )
            for row in self.rows
            if given[_field("looked", row.disbursement)]
        )

    def lines(self) -> Iterator[tuple[UseRow, list[Any]]]:
        """Each disbursement with its fields."""
        for row in self.rows:
            yield row, [self[_field(name, row.disbursement)] for name in ("looked", *_SEEN)]


_SEEN = ("used_for", "rightly", "wrongly", "effect", "measures")


def _seen_fields(row: UseRow) -> dict[str, forms.Field]:
    """As it was meant, until somebody writes what was seen."""
    return {
        "looked": forms.BooleanField(label=_("Đã kiểm tra"), required=False),
        "used_for": forms.CharField(
            label=_("Đã sử dụng vào việc"), max_length=300, required=False, initial=row.purpose
        ),
        "rightly": forms.IntegerField(
            label=_("Đúng mục đích (đồng)"), localize=True, min_value=0, required=False, initial=row.amount
        ),
        "wrongly": forms.IntegerField(
            label=_("Sai mục đích (đồng)"), localize=True, min_value=0, required=False, initial=0
        ),
        "effect": forms.CharField(label=_("Hiệu quả"), max_length=300, required=False),
        "measures": forms.CharField(label=_("Biện pháp xử lý"), max_length=300, required=False),
    }


class DayForm(forms.Form):
    """As of which day two books are compared."""

    as_of = forms.DateField(label=_("Số dư đến hết ngày"), localize=True)


class SheetForm(forms.Form):
    """The borrowers' books of one group; each line begins with what the bank's books say."""

    as_of = forms.DateField(widget=forms.HiddenInput, localize=True)

    def __init__(self, *args: Any, rows: Sequence[KeptRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            for name, label, kept in (
                ("principal", _("Nợ gốc"), row.principal),
                ("interest", _("Lãi tồn"), row.interest),
            ):
                self.fields[_field(name, row.loan)] = forms.IntegerField(
                    label=label, localize=True, min_value=0, initial=kept
                )
            self.fields[_field("cause", row.loan)] = forms.CharField(
                label=_("Nguyên nhân chênh lệch"), max_length=300, required=False
            )

    @property
    def told(self) -> tuple[Told, ...]:
        """As the operation takes it."""
        given = self.cleaned_data
        return tuple(
            Told(
                loan=row.loan,
                principal=given[_field("principal", row.loan)],
                interest=given[_field("interest", row.loan)],
                cause=given[_field("cause", row.loan)],
            )
            for row in self.rows
        )

    def lines(self) -> Iterator[tuple[KeptRow, Any, Any, Any]]:
        """Each loan with its three fields."""
        for row in self.rows:
            principal, interest, cause = (self[_field(name, row.loan)] for name in ("principal", "interest", "cause"))
            yield row, principal, interest, cause


def _field(name: str, of: UUID) -> str:
    return f"{name}-{of}"
