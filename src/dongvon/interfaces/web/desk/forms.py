"""What the branch writes on a report: remarks with a verdict, a reopening."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

PREFIX = "remark-"


class VerdictForm(forms.Form):
    """A general comment, a remark for each clause, and the hash of what was read."""

    comment = forms.CharField(
        label=_("Ý kiến chung"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    content_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, clauses: Iterable[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for clause in clauses:
            self.fields[f"{PREFIX}{clause}"] = forms.CharField(
                label=_("Nhận xét"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
            )

    def remark(self, clause: UUID) -> forms.BoundField:
        """The field of one clause."""
        return self[f"{PREFIX}{clause}"]

    def remarks(self) -> dict[UUID, str]:
        """What was said, by clause."""
        return {
            UUID(name.removeprefix(PREFIX)): text
            for name, text in self.cleaned_data.items()
            if name.startswith(PREFIX) and text
        }


class ReopenForm(forms.Form):
    """Why, and until which day."""

    reason = forms.CharField(label=_("Lý do mở lại"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    until_on = forms.DateField(label=_("Được sửa đến hết ngày"), localize=True)
