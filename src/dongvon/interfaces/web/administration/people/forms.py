"""What is asked about people and posts."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.queries.directory import group_coded
from dongvon.domain.units.queries.directory import search
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.shell.people import ROLE_NAMES

OFFERED = 20


class OpenForm(forms.Form):
    """A new account."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    email = forms.EmailField(
        label=_("Thư điện tử"), max_length=200, help_text=_("Thư mời đặt mật khẩu được gửi đến địa chỉ này.")
    )
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)


class PostForm(forms.Form):
    """A post: the unit is found by name first, then chosen."""

    unit = forms.ChoiceField(label=_("Đơn vị"), widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Vai trò"))
    title = forms.CharField(label=_("Chức danh"), max_length=120)
    group = forms.CharField(
        label=_("Mã tổ"), max_length=20, required=False, help_text=_("Tổ mà người này làm tổ trưởng hoặc tổ phó.")
    )
    since = forms.DateField(label=_("Từ ngày"), localize=True)
    until = forms.DateField(
        label=_("Đến trước ngày"), required=False, localize=True, help_text=_("Chỉ điền khi giao có thời hạn.")
    )

    def __init__(self, *args: Any, wanted: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        found = search(wanted, on=on, limit=OFFERED) if wanted else []
        offer(self, "unit", [(str(row.id), row.full_name) for row in found])
        offer(self, "role", [(role.value, ROLE_NAMES[role]) for role in Role if role is not Role.SYSTEM])

    def clean(self) -> dict[str, Any]:
        """A leader's group by its code; no other role keeps a group, whatever was typed."""
        given = super().clean() or {}
        code = given.get("group", "") if given.get("role") == Role.GROUP_LEADER else ""
        found = group_coded(code, on=self.on) if code else None
        if code and found is None:
            self.add_error("group", _("Không có tổ nào mang mã này; đề nghị xem lại mã tổ."))
        return given | {"group": found}


class ReasonForm(forms.Form):
    """Why something ends."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)
