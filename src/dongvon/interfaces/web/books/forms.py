"""Which days and which office the books are read for."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.forms import offer


class SpanForm(forms.Form):
    """A span of business dates, an office and, for a statement, an account."""

    since = forms.DateField(label=_("Từ ngày"))
    until = forms.DateField(label=_("Đến ngày"))
    account = forms.CharField(label=_("Tài khoản"), required=False, max_length=30)
    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)

    def __init__(self, *args: Any, units: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Tất cả"))] + [(str(unit), name) for unit, name in units]
        offer(self, "unit", choices)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
        return given

    @property
    def chosen_unit(self) -> UUID | None:
        return UUID(self.cleaned_data["unit"]) if self.cleaned_data["unit"] else None


def usual_span(on: date) -> dict[str, str]:
    """The month of `on` so far."""
    first = on - timedelta(days=on.day - 1)
    return {"since": f"{first:%d/%m/%Y}", "until": f"{on:%d/%m/%Y}"}
