"""What is asked on the pages of people."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.people.queries.persons import MemberRow
from dongvon.domain.people.vocabulary import Registry, RegistryField
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.people.words import FIELDS, REGISTRIES


class SearchForm(forms.Form):
    """Words of a name, a year of birth, the end of a number, or a whole number."""

    words = forms.CharField(
        label=_("Họ tên, năm sinh hoặc số định danh"),
        max_length=120,
        help_text=_("Không cần dấu, không cần đúng thứ tự; thêm năm sinh hoặc 4 số cuối để thu hẹp."),
    )


class UniteForm(forms.Form):
    """Why two records are one person."""

    reason = forms.CharField(label=_("Căn cứ để gộp"), max_length=300)


class SeparateForm(forms.Form):
    """Why they are two."""

    reason = forms.CharField(label=_("Lý do tách"), max_length=300)


class DeathForm(forms.Form):
    """The day somebody died."""

    on = forms.DateField(label=_("Ngày mất"))


class MemberForm(forms.Form):
    """A member of the household, and from when something is so."""

    person = forms.TypedChoiceField(label=_("Thành viên"), coerce=UUID)
    on = forms.DateField(label=_("Từ ngày"))

    def __init__(self, *args: Any, members: list[MemberRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        followers = [(str(each.person), each.full_name) for each in members if not each.is_head and not each.until_on]
        offer(self, "person", followers)


class HeadForm(MemberForm):
    """Who heads the household, and what the former head is to that person."""

    relation = forms.CharField(label=_("Chủ hộ cũ là gì của chủ hộ mới"), max_length=40)


class SplitForm(MemberForm):
    """Who founds a household of their own."""

    code = forms.CharField(label=_("Mã hộ mới"), max_length=30)


class MoveForm(MemberForm):
    """Where somebody goes; without a code out of the households known here."""

    code = forms.CharField(label=_("Mã hộ chuyển đến"), max_length=30, required=False)
    relation = forms.CharField(label=_("Quan hệ với chủ hộ"), max_length=40, required=False)


class AskForm(forms.Form):
    """About whom a national database is asked, on what basis."""

    listed = forms.ChoiceField(label=_("Những người trong danh sách"))
    registry = forms.ChoiceField(label=_("Cơ sở dữ liệu"), choices=[(r.value, REGISTRIES[r]) for r in Registry])
    fields_asked = forms.MultipleChoiceField(
        label=_("Thông tin cần biết thêm"),
        choices=[(f.value, FIELDS[f]) for f in RegistryField],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Chỉ chọn điều cần cho mục đích đã nêu."),
    )
    basis = forms.CharField(label=_("Căn cứ pháp lý"), max_length=200)
    purpose = forms.CharField(label=_("Mục đích"), max_length=200)
    expires_on = forms.DateField(label=_("Kết quả dùng đến hết ngày"))

    def __init__(self, *args: Any, lists: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "listed", lists)


class AnswerFileForm(forms.Form):
    """The file that came back."""

    file = forms.FileField(label=_("Tệp trả lời"))
