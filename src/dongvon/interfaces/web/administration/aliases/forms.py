"""What is asked about aliases."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import CLASSES
from dongvon.interfaces.web.administration.words import body_choices, body_name
from dongvon.interfaces.web.components.forms import offer


class AliasForm(forms.Form):
    """How a document says it, and what it means."""

    mention = forms.CharField(
        label=_("Cách gọi trong văn bản"), max_length=300, help_text=_("Không phân biệt dấu và chữ hoa.")
    )
    target = forms.ChoiceField(label=_("Là cơ quan"), required=False)
    code = forms.SlugField(
        label=_("hoặc mã một đơn vị"),
        required=False,
        help_text=_("Mã ghi trong danh bạ đơn vị; để trống nếu đã chọn cơ quan."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as given
        classes = [(each.key, body_name(each.key)) for each in CLASSES]
        offer(self, "target", [("", "–"), *classes, *body_choices()])
