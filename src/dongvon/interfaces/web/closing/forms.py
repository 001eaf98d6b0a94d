"""Which office is verified."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.forms import offer


class OfficeForm(forms.Form):
    """One office at a time: a whole country is verified from the command line."""

    unit = forms.ChoiceField(label=_("Đơn vị"))

    def __init__(self, *args: Any, offices: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", list(offices.items()))
