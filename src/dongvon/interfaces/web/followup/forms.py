"""Forms of follow-up: special rounds, requests to waive or extend, and their decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import RoundKind
from dongvon.interfaces.web.components.forms import offer


class RoundForm(forms.Form):
    """A mid-term or final review."""

    kind = forms.TypedChoiceField(
        label=_("Loại đợt"),
        choices=[(RoundKind.MIDTERM, _("Sơ kết")), (RoundKind.FINAL, _("Tổng kết"))],
        coerce=RoundKind,
    )
    title = forms.CharField(label=_("Tên đợt"), max_length=200)
    opens_on = forms.DateField(label=_("Mở từ ngày"), localize=True)
    due_on = forms.DateField(label=_("Hạn nộp (hết ngày)"), localize=True)
    basis = forms.CharField(label=_("Văn bản yêu cầu"), max_length=300)


class ReliefForm(forms.Form):
    """A unit asks to be let off, or for longer."""

    kind = forms.ChoiceField(label=_("Đề nghị"), choices=[("extension", _("Gia hạn")), ("waiver", _("Miễn báo cáo"))])
    due_on = forms.DateField(label=_("Xin nộp đến hết ngày"), required=False, localize=True)
    clause = forms.TypedChoiceField(label=_("Nhiệm vụ"), required=False)
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))
    document = forms.CharField(label=_("Văn bản liên quan (số, ngày)"), max_length=200, required=False)

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **others: Any) -> None:
        super().__init__(*args, **others)
        whole = ("", _("Cả đợt báo cáo"))
        offer(self, "clause", [whole, *clauses])

    def clean(self) -> dict[str, Any]:
        """Longer needs a day."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("kind") == "extension" and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Đề nghị chọn ngày muốn gia hạn đến."))
        return given


class DecideForm(forms.Form):
    """The director's word on a request."""

    granted = forms.ChoiceField(choices=[("yes", _("Đồng ý")), ("no", _("Không đồng ý"))])
    document = forms.CharField(max_length=200, required=False)
    note = forms.CharField(max_length=500, required=False)
