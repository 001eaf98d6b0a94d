"""What is asked on the pages of a report."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.reports.words import KINDS, STATUS_CHOICES


class Draft(forms.CharField):
    """Words that handing in will ask for but saving does not: marked as asked, stored empty too."""

    def validate(self, value: str) -> None:
        """Anything goes into a draft."""


class EntryForm(forms.Form):
    """What a report says about one clause; `expects` is the edition its writer saw."""

    status = forms.ChoiceField(label=_("Mức độ thực hiện"), choices=STATUS_CHOICES, widget=forms.RadioSelect)
    use_required_attribute = False
    narrative = Draft(
        label=_("Kết quả thực hiện"),
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    assessment = Draft(
        label=_("Tự đánh giá"), required=False, max_length=10_000, strip=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    expects = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, clause: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"e-{clause.hex}-%s", **kwargs})

    def asking_assessment(self) -> "EntryForm":
        """The same form, the assessment marked as asked for."""
        self.fields["assessment"].required = True
        return self


class EvidenceForm(forms.Form):
    """A file or an address, with a title."""

    file = forms.FileField(label=_("Tệp minh chứng"), required=False)
    link = forms.CharField(label=_("Hoặc đường dẫn"), required=False, max_length=1000)
    title = forms.CharField(label=_("Tên minh chứng"), required=False, max_length=300)

    def __init__(self, *args: Any, clause: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"v-{clause.hex}-%s", **kwargs})


class ConcernForm(forms.Form):
    """A difficulty or a proposal, about a clause or about the whole."""

    kind = forms.ChoiceField(
        label=_("Loại ý kiến"),
        choices=[(kind.value, KINDS[kind]) for kind in ConcernKind],
        widget=forms.RadioSelect,
        initial=ConcernKind.DIFFICULTY.value,
    )
    clause = forms.TypedChoiceField(label=_("Nhiệm vụ liên quan"), required=False, coerce=UUID, empty_value=None)
    text = forms.CharField(label=_("Nội dung"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "concern-%s", **kwargs})
        offer(self, "clause", [("", _("Chung cho cả báo cáo")), *clauses])


class PasteForm(forms.Form):
    """A block copied from a spreadsheet, and the row from which it fills the grid."""

    text = forms.CharField(
        label=_("Khối số liệu chép từ Excel"),
        strip=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )
    start = forms.IntegerField(label=_("Bắt đầu từ dòng"), min_value=1, initial=1)
    expects = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class WorkbookForm(forms.Form):
    """A filled template."""

    file = forms.FileField(label=_("Tệp biểu số liệu đã điền"))


class SubmitForm(forms.Form):
    """The confirmation of whoever hands a report in."""

    expects = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label=_("Tôi đã đọc toàn bộ báo cáo và chịu trách nhiệm về nội dung, số liệu."),
        error_messages={"required": _("Đề nghị đánh dấu xác nhận trước khi nộp.")},
    )
