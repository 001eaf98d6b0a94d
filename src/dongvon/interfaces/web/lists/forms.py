"""What is asked on the pages of lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.people.vocabulary import OF_PERSONS, RESTRICTED, Ending, ListKind
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.lists.words import ENDINGS, KINDS

ENDED = (Ending.MOVED_AWAY, Ending.DIED, Ending.MISTAKEN)
STRUCK = (Ending.ESCAPED, Ending.CHANGED, Ending.MOVED_AWAY, Ending.DIED, Ending.MISTAKEN)


class OpenForm(forms.Form):
    """Which lists of which commune are to be drawn up."""

    place = forms.ChoiceField(label=_("Xã, phường"))
    addition = forms.TypedChoiceField(
        label=_("Đợt"),
        choices=[("review", _("Rà soát hằng năm")), ("addition", _("Bổ sung giữa năm"))],
        coerce="addition".__eq__,
        widget=forms.RadioSelect,
    )
    year = forms.IntegerField(
        label=_("Năm rà soát"),
        min_value=2022,
        max_value=2100,
        help_text=_("Bổ sung giữa năm ghi năm của đợt rà soát mà danh sách bổ sung cho."),
    )
    kinds = forms.MultipleChoiceField(label=_("Các danh sách"), widget=forms.CheckboxSelectMultiple)
    serves_from = forms.DateField(label=_("Dùng từ ngày"), help_text=_("Chuẩn có hiệu lực ngày này là chuẩn để xét."))
    on_paper = forms.BooleanField(
        label=_("Đã họp thôn và niêm yết trên giấy; chỉ nhập để chủ tịch chứng nhận"), required=False
    )

    def __init__(self, *args: Any, places: list[tuple[str, str]], restricted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", places)
        offer(self, "kinds", [(kind, KINDS[kind]) for kind in ListKind if restricted or kind not in RESTRICTED])


class StrikeForm(forms.Form):
    """Why the ticked lines leave, and where they go."""

    ending = forms.ChoiceField(label=_("Lý do"), choices=[(word.value, ENDINGS[word]) for word in STRUCK])
    onto = forms.ChoiceField(
        label=_("Chuyển sang danh sách"),
        required=False,
        help_text=_("Chỉ chọn khi chuyển loại; hộ thoát nghèo tự chuyển sang danh sách hộ mới thoát nghèo."),
        choices=[("", _("Không chuyển")), *((k.value, KINDS[k]) for k in ListKind if k not in OF_PERSONS)],
    )


class EndForm(forms.Form):
    """Why ticked lines of a certified list end, and from when."""

    ending = forms.ChoiceField(label=_("Lý do"), choices=[(word.value, ENDINGS[word]) for word in ENDED])
    on = forms.DateField(label=_("Không còn giá trị từ ngày"))


class NominateForm(forms.Form):
    """Households by their codes, or persons by their personal numbers."""

    codes = forms.CharField(
        label=_("Mã hộ cần thêm"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Cách nhau bằng dấu phẩy hoặc xuống dòng. Danh sách dài: dùng “Nhập từ Excel”."),
    )

    def __init__(self, *args: Any, of_persons: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_persons:
            self.fields["codes"].label = _("Số định danh của người cần thêm")


class MeetingForm(forms.Form):
    """A hamlet's meeting."""

    hamlet = forms.ChoiceField(label=_("Thôn, ấp, khu phố"))
    held_on = forms.DateField(label=_("Ngày họp"))
    attended = forms.IntegerField(label=_("Số người dự"), min_value=1)
    minutes = forms.CharField(label=_("Kết luận"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args: Any, hamlets: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "hamlet", [(hamlet, hamlet) for hamlet in hamlets])


class PostForm(forms.Form):
    """Where it hangs, and on what basis."""

    shown_at = forms.CharField(label=_("Nơi niêm yết"), max_length=200)
    basis = forms.CharField(label=_("Căn cứ pháp lý"), max_length=200)


class ObjectionForm(forms.Form):
    """Who says what."""

    raised_by = forms.CharField(label=_("Người có ý kiến"), max_length=120)
    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}))


class AnswerForm(forms.Form):
    """For or against, and why."""

    upheld = forms.TypedChoiceField(
        label=_("Kết luận"),
        choices=[("dung", _("Ý kiến đúng, sửa danh sách")), ("khong", _("Giữ danh sách"))],
        coerce=lambda word: word == "dung",
    )
    answer = forms.CharField(label=_("Trả lời"), widget=forms.Textarea(attrs={"rows": 2}))


class ReturnForm(forms.Form):
    """Why it goes back."""

    reason = forms.CharField(label=_("Lý do trả về"), max_length=300)


class CertifyForm(forms.Form):
    """The decision."""

    decision_number = forms.CharField(label=_("Số quyết định"), max_length=60)
    decided_on = forms.DateField(label=_("Ngày ký"))
    effective_on = forms.DateField(label=_("Hiệu lực từ ngày"))


class WorkbookForm(forms.Form):
    """A workbook of people."""

    file = forms.FileField(label=_("Tệp danh sách"))
    sheet = forms.CharField(
        label=_("Tên trang cần đọc"),
        max_length=100,
        required=False,
        help_text=_("Chỉ điền khi tệp có nhiều trang có danh sách; mỗi trang gửi một lần."),
    )
