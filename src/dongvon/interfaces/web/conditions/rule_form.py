"""What every proposal of a rule is asked: from when, on which document, how sure."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.programmes.queries.catalogue import legal_bases, programme_names
from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.interfaces.web.catalogue.words import CONFIDENCES
from dongvon.interfaces.web.components.forms import offer

ANY: Final = _("Mọi chương trình")


class DatedForm(forms.Form):
    """From when; a form gives its `draft`, and begins like the rule it would replace."""

    from_on = forms.DateField(label=_("Áp dụng từ ngày"), localize=True)
    since_stated = forms.BooleanField(label=_("Ngày áp dụng ghi rõ trong văn bản"), required=False, initial=True)

    def __init__(self, *args: Any, communes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = [*DatedForm.base_fields, "basis", "confidence", "confirmed"]
        self.order_fields([name for name in self.fields if name not in last])
        if "programme" in self.fields:
            whole = [] if self.fields["programme"].required else [("", ANY)]
            offer(self, "programme", [*whole, *((str(row.id), row.title) for row in programme_names())])
        if "place" in self.fields:
            offer(self, "place", communes)

    @classmethod
    def like(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """How the form begins when it is to replace a rule that tells this."""
        return dict(told)

    @property
    def draft(self) -> Any:
        """What is laid before whoever decides."""
        raise NotImplementedError


class RuleForm(DatedForm):
    """On which document of the catalogue, how sure."""

    basis = forms.TypedChoiceField(label=_("Căn cứ pháp lý"), coerce=UUID)
    confidence = forms.TypedChoiceField(
        label=_("Mức kiểm chứng"),
        coerce=Confidence,
        choices=[(level.value, CONFIDENCES[level][0]) for level in Confidence],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "basis", [(str(row.id), row.title) for row in legal_bases()])


def programme_field(*, required: bool = False) -> forms.TypedChoiceField:
    """A programme, or all of them."""
    return forms.TypedChoiceField(label=_("Chương trình"), coerce=UUID, required=required, empty_value=None)


def whole_number(label: Any, *, least: int = 1, most: int | None = None, **more: Any) -> forms.IntegerField:
    """A number of days, months or đồng."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, **more)
