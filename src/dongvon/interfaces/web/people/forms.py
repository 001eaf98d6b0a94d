"""What is asked on the pages of people."""

from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.people.queries.persons import MemberRow
from dongvon.domain.people.vocabulary import PersonDraft, Registry, RegistryField
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.people.words import DOUBTS, FIELDS, REGISTRIES, SEXES
from dongvon.interfaces.web.shell.acts import told
from dongvon.kernel.identity import NotAPersonalNumber, Sex, doubts, read_number
from dongvon.kernel.ids import new_id


class SearchForm(forms.Form):
    """Words of a name, a year of birth, the end of a number, or a whole number."""

    words = forms.CharField(
        label=_("Họ tên, năm sinh hoặc số định danh"),
        max_length=120,
        help_text=_("Không cần dấu, không cần đúng thứ tự; thêm năm sinh hoặc 4 số cuối để thu hẹp."),
    )


class WelcomeForm(forms.Form):
    """Somebody new: who, since when, in which household; of the birth the year alone may be known."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    sex = forms.ChoiceField(label=_("Giới tính"), choices=list(SEXES.items()))
    birth_day = forms.IntegerField(label=_("Ngày"), min_value=1, max_value=31, required=False)
    birth_month = forms.IntegerField(label=_("Tháng"), min_value=1, max_value=12, required=False)
    birth_year = forms.IntegerField(label=_("Năm"), min_value=1900, max_value=2100)
    personal_number = forms.CharField(label=_("Số định danh"), max_length=20, required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)
    place = forms.ChoiceField(label=_("Xã, phường"))
    hamlet = forms.CharField(label=_("Thôn, ấp, khu phố"), max_length=80)
    household_code = forms.CharField(
        label=_("Mã hộ"), max_length=30, help_text=_("Mã đã có: thêm vào hộ đó. Mã mới: lập hộ, người này là chủ hộ.")
    )
    relation = forms.CharField(label=_("Quan hệ với chủ hộ"), max_length=40, required=False)
    on = forms.DateField(label=_("Từ ngày"))
    sure = forms.BooleanField(label=_("Đã xem thẻ căn cước, vẫn ghi như trên"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        offer(self, "place", places)

    def clean_birth_month(self) -> int | None:
        """A day needs its month."""
        month: int | None = self.cleaned_data["birth_month"]
        if month is None and self.cleaned_data.get("birth_day"):
            raise forms.ValidationError(_("Đã ghi ngày sinh thì hãy ghi cả tháng sinh."))
        return month

    def clean_sure(self) -> bool:
        """What does not fit between the number and the rest is told once, and taken when said again."""
        given, sure = self.cleaned_data, bool(self.cleaned_data["sure"])
        if sure or not given.get("personal_number"):
            return sure
        try:
            number = read_number(given["personal_number"])
        except NotAPersonalNumber as refusal:
            self.add_error("personal_number", told(refusal))
            return sure
        for doubt in doubts(number, birth_year=given.get("birth_year"), sex=Sex(given["sex"]), on=self.today):
            self.add_error("personal_number", str(DOUBTS[doubt]))
        return sure

    def draft(self) -> PersonDraft:
        """The person as the operation takes one."""
        known = {field.name for field in fields(PersonDraft)} & self.cleaned_data.keys()
        return PersonDraft(id=new_id(), **{name: self.cleaned_data[name] for name in known})


class UniteForm(forms.Form):
    """Why two records are one person."""

    reason = forms.CharField(label=_("Căn cứ để gộp"), max_length=300)


class SeparateForm(forms.Form):
    """Why they are two."""

    reason = forms.CharField(label=_("Lý do tách"), max_length=300)


class DeathForm(forms.Form):
    """The day somebody died."""

    on = forms.DateField(label=_("Ngày mất"))


class ConsentForm(forms.Form):
    """Told and agreed: the tick is never set beforehand."""

    agreed = forms.BooleanField(
        label=_("Đã đọc thông báo trên cho người này nghe, người này biết có dữ liệu nhạy cảm và đồng ý")
    )
    on = forms.DateField(label=_("Ngày đồng ý"))
    kept_at = forms.CharField(label=_("Nơi lưu bản giấy đã ký"), max_length=200)


class WithdrawForm(forms.Form):
    """From when it is taken back."""

    on = forms.DateField(label=_("Ngày rút"))


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


class RelocateForm(forms.Form):
    """To which commune a household goes."""

    place = forms.ChoiceField(label=_("Xã, phường chuyển đến"))
    hamlet = forms.CharField(label=_("Thôn, ấp, khu phố"), max_length=80)
    code = forms.CharField(label=_("Mã hộ ở nơi đến"), max_length=30)
    on = forms.DateField(label=_("Từ ngày"))

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", places)


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
