"""What is asked when an organisation changes."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.queries.directory import search
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import EdgeKind, Level, NewUnit
from dongvon.interfaces.web.administration.words import LEVELS, RELATIONS, body_choices
from dongvon.interfaces.web.components.forms import offer

OFFERED = 20
TYPES = [("xã", _("Xã")), ("phường", _("Phường"))]


class DatedForm(forms.Form):
    """From when, and by which document."""

    since = forms.DateField(label=_("Từ ngày"), localize=True)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, help_text=_("Số và ngày của nghị quyết, quyết định; lưu trong lịch sử.")
    )


class NamesForm(forms.Form):
    """What a unit is called."""

    full_name = forms.CharField(label=_("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=80)


class RenameForm(NamesForm, DatedForm):
    """A unit is called otherwise from a day on."""


class NewUnitForm(NamesForm):
    """A unit that begins to exist."""

    code = forms.SlugField(
        label=_("Mã đơn vị"),
        max_length=80,
        help_text=_("Chữ không dấu, số và gạch nối, ví dụ so-du-lich. Mã không đổi và không cấp lại."),
    )
    body = forms.ChoiceField(label=_("Loại cơ quan"), choices=body_choices)
    level = forms.ChoiceField(label=_("Cấp"), choices=lambda: list(LEVELS.items()))
    place = forms.ChoiceField(label=_("Xã, phường"), required=False, help_text=_("Bắt buộc với đơn vị cấp xã."))
    since = forms.DateField(label=_("Từ ngày"), localize=True)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(row.code, f"{row.type.capitalize()} {row.name} ({row.code})") for row in places(on=on)]
        offer(self, "place", [("", "–"), *offered])

    def new_unit(self) -> NewUnit:
        """The unit as asked for."""
        given = self.cleaned_data
        return NewUnit(
            code=given["code"],
            body=given["body"],
            level=Level(given["level"]),
            full_name=given["full_name"],
            short_name=given["short_name"],
            place=given["place"] or None,
        )


class MergeForm(NewUnitForm, DatedForm):
    """What several units become."""

    units = forms.MultipleChoiceField(label=_("Các đơn vị sáp nhập"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, chosen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "units", chosen)

    def merged(self) -> tuple[UUID, ...]:
        """The ids of the units that end."""
        return tuple(UUID(each) for each in self.cleaned_data["units"])


class ReclassifyForm(DatedForm):
    """A commune becomes a ward, or back."""

    new_type = forms.ChoiceField(label=_("Loại hình mới"), choices=TYPES)


class JoinForm(DatedForm):
    """The unit is joined to another one above it, which is found by name first."""

    kind = forms.ChoiceField(
        label=_("Quan hệ"), choices=lambda: [(kind, words[0]) for kind, words in RELATIONS.items()]
    )
    parent = forms.ChoiceField(label=_("Với đơn vị"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, wanted: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = search(wanted, on=on, limit=OFFERED) if wanted else []
        offer(self, "parent", [(str(row.id), row.full_name) for row in found])

    def relation(self) -> tuple[UUID, EdgeKind]:
        """The unit above, and how it is joined."""
        return UUID(self.cleaned_data["parent"]), EdgeKind(self.cleaned_data["kind"])


class DissolveForm(DatedForm):
    """A unit ends."""
