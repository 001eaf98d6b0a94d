"""What is asked of the directory."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.administration.words import LEVELS, body_choices
from dongvon.interfaces.web.components.forms import offer


class SearchForm(forms.Form):
    """Which units, on which day."""

    tim = forms.CharField(label=_("Tên đơn vị"), required=False)
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[("", _("Tất cả")), *LEVELS.items()])
    loai = forms.ChoiceField(label=_("Loại cơ quan"), required=False)
    ngay = forms.DateField(label=_("Vào ngày"), required=False, localize=True)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as given
        offer(self, "loai", [("", _("Tất cả")), *body_choices()])
