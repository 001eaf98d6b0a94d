"""Forms of a unit about its own share: its plan, and who has which clause."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.queries.people import Holder
from dongvon.domain.workplan.vocabulary import NewOwnTask
from dongvon.interfaces.web.components.forms import offer

Clauses = list[tuple[Any, str, str]]


class OwnPlanForm(forms.Form):
    """The file, and one box of tasks for each clause, a line a task."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issued_on = forms.DateField(label=_("Ngày ban hành"), required=False, localize=True)
    file = forms.FileField(label=_("Tệp kế hoạch của đơn vị"), help_text=_("Không quá 20 MB."), allow_empty_file=True)

    def __init__(self, *args: Any, clauses: Clauses, **others: Any) -> None:
        super().__init__(*args, **others)
        self.clauses = clauses
        for id_, code, text in clauses:
            self.fields[f"tasks_{id_}"] = forms.CharField(
                label=f"{code}) {text[:160]}",
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Mỗi dòng một công việc."),
            )

    @property
    def task_fields(self) -> list[forms.BoundField]:
        """The boxes of tasks, in the order of the plan."""
        return [self[f"tasks_{id_}"] for id_, _code, _text in self.clauses]

    @property
    def tasks(self) -> tuple[NewOwnTask, ...]:
        """The tasks written, under their clauses."""
        return tuple(
            NewOwnTask(clause=id_, text=line.strip())
            for id_, _code, _text in self.clauses
            for line in self.cleaned_data[f"tasks_{id_}"].splitlines()
            if line.strip()
        )


class DelegateForm(forms.Form):
    """Who of the unit, until when."""

    person = forms.TypedChoiceField(label=_("Giao cho"))
    due_on = forms.DateField(label=_("Hoàn thành trước hết ngày"), required=False, localize=True)
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, people: list[Holder], **others: Any) -> None:
        super().__init__(*args, **others)
        known = {str(each.id): f"{each.full_name} – {each.title}" for each in people}
        offer(self, "person", list(known.items()))
