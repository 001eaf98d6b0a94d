"""What is asked about groups: a meeting, its roll, a vote, minutes, a mandate, a moved session."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.groups.words import MEETINGS, ORGANISATIONS


class SearchForm(forms.Form):
    """Which groups to list."""

    q = forms.CharField(label=_("Tìm theo mã tổ, ấp, tên tổ trưởng"), required=False)
    hoi = forms.ChoiceField(
        label=_("Hội, đoàn thể"), required=False, choices=[("", _("Tất cả")), *ORGANISATIONS.items()]
    )


class RollForm(forms.Form):
    """Who was there."""

    representative = forms.CharField(label=_("Đại diện hội, đoàn thể xã dự họp"), required=False, max_length=120)
    hamlet_head = forms.CharField(label=_("Trưởng ấp (khu phố) dự họp"), required=False, max_length=120)
    present = forms.TypedMultipleChoiceField(
        label=_("Tổ viên dự họp"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Đề nghị đánh dấu tổ viên dự họp.")},
    )

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "present", members)


class HoldForm(RollForm):
    """A meeting that took place: everybody is marked as present, and those who were not are unmarked."""

    kind = forms.TypedChoiceField(label=_("Nội dung họp"), coerce=MeetingKind, choices=list(MEETINGS.items()))
    held_on = forms.DateField(label=_("Ngày họp"), localize=True)
    venue = forms.CharField(label=_("Địa điểm"), max_length=120)

    field_order = ("kind", "held_on", "venue", "representative", "hamlet_head", "present")


class CallForm(forms.Form):
    """A meeting to come: members, the organisation and the head of the hamlet are told."""

    prefix = "call"
    kind = forms.TypedChoiceField(
        label=_("Nội dung họp"), coerce=MeetingKind, choices=list(MEETINGS.items()), initial=MeetingKind.APPRAISAL
    )
    meets_on = forms.DateField(label=_("Ngày họp"), localize=True)
    begins = forms.TimeField(label=_("Giờ họp"), initial="19:00")
    venue = forms.CharField(label=_("Địa điểm"), max_length=120)


class FindForm(forms.Form):
    """Whom of the hamlet the meeting speaks about."""

    q = forms.CharField(
        label=_("Tìm người trong ấp để kết nạp"), max_length=120, help_text=_("Gõ ít nhất hai tiếng của họ tên.")
    )


class VoteForm(forms.Form):
    """A motion with its votes; where the meeting decides about somebody or a request, `subjects` to choose from."""

    q = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    about = forms.TypedChoiceField(label=_("Biểu quyết về"), required=False, coerce=UUID, empty_value=None)
    text = forms.CharField(label=_("Nội dung biểu quyết"), max_length=500)
    in_favour = forms.IntegerField(label=_("Tán thành"), min_value=0)
    against = forms.IntegerField(label=_("Không tán thành"), min_value=0, initial=0)
    abstained = forms.IntegerField(label=_("Ý kiến khác"), min_value=0, initial=0)

    def __init__(self, *args: Any, subjects: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "about", [("", _("Việc chung của tổ")), *subjects])
        if subjects:
            self.fields["text"].required = False
            self.fields["text"].help_text = _("Để trống thì ghi theo mục đã chọn ở trên.")
        else:
            del self.fields["about"]

    def clean(self) -> dict[str, Any]:
        """What was chosen says what is voted on where nothing is written."""
        given = super().clean() or {}
        given.pop("q", None)
        if given.get("about") and not given.get("text"):
            given["text"] = dict(self.fields["about"].choices)[str(given["about"])]  # type: ignore[attr-defined]
        return given


class MinutesForm(forms.Form):
    """What was discussed."""

    minutes = forms.CharField(
        label=_("Diễn biến, nội dung họp"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 5})
    )


class SignForm(forms.Form):
    """A mandate contract."""

    number = forms.CharField(label=_("Số hợp đồng ủy nhiệm"), max_length=40)
    on = forms.DateField(label=_("Có hiệu lực từ ngày"), localize=True)
    interest = forms.BooleanField(label=_("Được thu lãi"), required=False, initial=True)
    savings = forms.BooleanField(label=_("Được thu tiền gửi"), required=False, initial=True)


class SuspendForm(forms.Form):
    """A decision to suspend, with its reason."""

    decision = forms.CharField(label=_("Số, ngày quyết định"), max_length=60)
    on = forms.DateField(label=_("Từ ngày"), localize=True)
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class RestoreForm(forms.Form):
    """A decision to restore."""

    decision = forms.CharField(label=_("Số, ngày quyết định"), max_length=60)
    on = forms.DateField(label=_("Từ ngày"), localize=True)


class FindPointForm(forms.Form):
    """Which points to show."""

    q = forms.CharField(label=_("Tìm theo tên điểm, xã, phường"), required=False, max_length=80)


class MoveForm(forms.Form):
    """One session on another day."""

    point = forms.TypedChoiceField(label=_("Điểm giao dịch"), coerce=UUID)
    from_on = forms.DateField(label=_("Phiên ngày"), localize=True)
    to_on = forms.DateField(label=_("Dời sang ngày"), localize=True)
    reason = forms.CharField(label=_("Lý do, văn bản chỉ đạo"), max_length=300)

    def __init__(self, *args: Any, points: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "point", points)
