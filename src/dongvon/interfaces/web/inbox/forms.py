"""What is asked in the inbox: a group's name, an answer, a question for the leaders, a decision, a concern."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.reports.words import KINDS


def _words(label: Any, *, rows: int = 3, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=10_000, widget=forms.Textarea(attrs={"rows": rows})
    )


class ChosenForm(forms.Form):
    """Concerns that were marked in the list."""

    concerns = forms.TypedMultipleChoiceField(
        coerce=UUID, error_messages={"required": _("Đề nghị đánh dấu ít nhất một ý kiến.")}, label=_("Ý kiến")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = cast(QueryDict, self.data).getlist("concerns") if self.is_bound else []
        offer(self, "concerns", [(each, each) for each in given if _is_id(each)])


class GroupForm(ChosenForm):
    """Concerns that say the same, under one name."""

    title = forms.CharField(label=_("Tên nhóm"), max_length=300)


class AnswerForm(ChosenForm):
    """What the units are told."""

    text = _words(_("Nội dung trả lời"), rows=4)


class EscalateForm(ChosenForm):
    """What the leaders are asked, and what the branch would do."""

    question = _words(_("Nội dung xin ý kiến quyết định"), rows=4)
    advice = _words(_("Đề xuất của chi nhánh"), required=False)


class DecideForm(forms.Form):
    """A decision, the clause it belongs to, the paper that carries it."""

    text = _words(_("Nội dung quyết định"), rows=4)
    clause = forms.TypedChoiceField(label=_("Nhiệm vụ liên quan"), coerce=UUID)
    document_number = forms.CharField(label=_("Số văn bản (nếu đã ban hành)"), required=False, max_length=120)

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "clause", clauses)


class RaiseForm(forms.Form):
    """A concern outside any report."""

    kind = forms.ChoiceField(
        label=_("Loại ý kiến"),
        choices=[(kind.value, KINDS[kind]) for kind in ConcernKind],
        widget=forms.RadioSelect,
        initial=ConcernKind.DIFFICULTY.value,
    )
    clause = forms.TypedChoiceField(label=_("Nhiệm vụ liên quan"), required=False, coerce=UUID, empty_value=None)
    text = _words(_("Nội dung"), rows=4)

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "clause", [("", _("Chung cho cả kế hoạch")), *clauses])


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
