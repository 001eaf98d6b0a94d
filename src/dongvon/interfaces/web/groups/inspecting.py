"""Inspections of a group (16/TD): what was looked at, what its board promised, and whether it was kept."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.follow_up import follow_up
from dongvon.domain.groups.operations.inspect import inspect
from dongvon.domain.groups.papers.inspection import INSPECTION, MATTERS
from dongvon.domain.groups.queries.inspections import InspectionRow, inspection, inspections_of
from dongvon.domain.groups.vocabulary import InspectionDraft, LineDraft, PromiseDraft
from dongvon.interfaces.web.groups.filling import figures_of
from dongvon.interfaces.web.groups.pages import found_group
from dongvon.interfaces.web.groups.tables import inspections_table
from dongvon.interfaces.web.groups.words import INSPECTORS, READERS, grade_badge
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: As many promises as one visit usually ends with.
PROMISES = 3


class InspectForm(forms.Form):
    """A visit; no matter is in order before somebody has looked and marked it."""

    inspected_on = forms.DateField(label=_("Ngày kiểm tra"), localize=True)
    team = forms.CharField(label=_("Người đi kiểm tra (họ tên, chức vụ)"), max_length=300)
    merits = forms.CharField(label=_("Ưu điểm"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2}))
    faults = forms.CharField(label=_("Tồn tại"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for matter, words in MATTERS.items():
            self.fields[f"order-{matter}"] = forms.BooleanField(label=words, required=False)
            self.fields[f"note-{matter}"] = forms.CharField(
                label=_("Ghi chú; chưa đạt thì ghi rõ"), max_length=300, required=False
            )
        for number in range(PROMISES):
            self.fields[f"promise-{number}"] = forms.CharField(
                label=_("Kiến nghị, cam kết khắc phục"), max_length=300, required=False
            )
            self.fields[f"due-{number}"] = forms.DateField(label=_("Thời hạn"), required=False, localize=True)

    def clean(self) -> dict[str, Any]:
        """What is not in order is said, and a promise has its day."""
        given = super().clean() or {}
        for matter in MATTERS:
            if not given.get(f"order-{matter}") and not given.get(f"note-{matter}"):
                self.add_error(f"note-{matter}", _("Đạt thì đánh dấu; chưa đạt thì ghi rõ điều gì."))
        for number in range(PROMISES):
            if bool(given.get(f"promise-{number}")) != bool(given.get(f"due-{number}")):
                self.add_error(f"due-{number}", _("Mỗi kiến nghị cần cả nội dung và thời hạn."))
        return given

    @property
    def draft(self) -> InspectionDraft:
        """As the operation takes it."""
        given = self.cleaned_data
        return InspectionDraft(
            **{name: given[name] for name in ("inspected_on", "team", "merits", "faults")},
            lines=tuple(
                LineDraft(matter=matter, in_order=given[f"order-{matter}"], note=given[f"note-{matter}"])
                for matter in MATTERS
            ),
            promises=tuple(
                PromiseDraft(text=given[f"promise-{number}"], due_on=given[f"due-{number}"])
                for number in range(PROMISES)
                if given[f"promise-{number}"]
            ),
        )

    def matters(self) -> list[tuple[Any, Any]]:
        """Each matter with its note."""
        return [(self[f"order-{matter}"], self[f"note-{matter}"]) for matter in MATTERS]

    def promises(self) -> list[tuple[Any, Any]]:
        """Each promise with its day."""
        return [(self[f"promise-{number}"], self[f"due-{number}"]) for number in range(PROMISES)]


class SeenForm(forms.Form):
    """A promise that was kept."""

    kept_on = forms.DateField(label=_("Ngày khắc phục xong"), localize=True)
    seen = forms.CharField(label=_("Đã thấy"), max_length=300)


@page(audience=Audience.UNIT, roles=READERS)
def inspecting(request: Asked, group: UUID) -> HttpResponse:
    """The visits there were, and a new one to be written down."""
    who = f"{request.standing.full_name}, {request.standing.posts[0].title}"
    return inspecting_shown(request, group, InspectForm(initial={"inspected_on": request.today, "team": who}))


@page(audience=Audience.UNIT, roles=INSPECTORS)
@require_POST
def inspect_act(request: Asked, group: UUID) -> HttpResponse:
    """Keep what a visit found."""
    found_group(group, on=request.today)
    form = InspectForm(request.POST)
    if form.is_valid():
        about: dict[str, Any] = {"group": group, "on": request.today, "inspection": form.draft}
        figures = figures_of(group, on=request.today)
        outcome = perform(request, inspect, form=form, figures=figures, **about)
        if outcome:
            done = _("Đã ghi biên bản kiểm tra. In hai bản để ký.")
            return answer(request, outcome, to="groups:inspection", inspection=outcome.result, done=done)
    return inspecting_shown(request, group, form, status=422)


@page(audience=Audience.UNIT, roles=READERS)
def inspection_page(request: Asked, inspection: UUID) -> HttpResponse:
    """One visit, and what is still promised."""
    return _inspection_shown(request, _found(inspection), SeenForm(initial={"kept_on": request.today}))


@page(audience=Audience.UNIT, roles=INSPECTORS)
@require_POST
def follow_up_act(request: Asked, inspection: UUID, promise: UUID) -> HttpResponse:
    """A promise was kept."""
    found, form = _found(inspection), SeenForm(request.POST)
    if form.is_valid():
        outcome = perform(request, follow_up, form=form, promise=promise, on=request.today, **form.cleaned_data)
        if outcome:
            done = _("Đã ghi kết quả khắc phục.")
            return answer(request, outcome, to="groups:inspection", inspection=inspection, done=done)
    return _inspection_shown(request, found, form, status=422)


def inspecting_shown(
    request: Asked,
    group: UUID,
    form: InspectForm,
    *,
    upload: FilledUpload | None = None,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a group's visits, with the form as it stands."""
    to = reverse("groups:read_inspection", args=[group])
    found = found_group(group, on=request.today)
    seen(request, [found.leader], purpose="group", of=group)
    values = {
        "group": found,
        "form": form,
        "read": shown(upload or FilledUpload(), reading, number=INSPECTION.number, to=to),
        "figures": figures_of(group, on=request.today),
        "table": inspections_table(inspections_of(group), on=request.today),
        "writes": bool(request.standing.roles & INSPECTORS),
    }
    return render(request, "groups/inspecting.html", values, status=status)


def _inspection_shown(request: Asked, found: InspectionRow, form: SeenForm, *, status: int = 200) -> HttpResponse:
    values = {
        "inspection": found,
        "group": found_group(found.group, on=request.today),
        "lines": [(MATTERS[line.matter], line) for line in found.lines],
        "promises": [(each, each.late(on=request.today)) for each in found.promises],
        "grade": grade_badge(found.grade) if found.grade else "",
        "form": form,
        "writes": bool(request.standing.roles & INSPECTORS),
    }
    return render(request, "groups/inspection.html", values, status=status)


def _found(id_: UUID) -> InspectionRow:
    found = inspection(id_)
    if found is None:
        raise Http404
    return found
