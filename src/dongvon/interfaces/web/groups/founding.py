"""A hamlet founds a group: who joins, who leads, which organisation manages it, on which consent of the commune."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.found_group import found_group
from dongvon.domain.groups.queries.directory import PointRow, groups_by_id, points
from dongvon.domain.groups.queries.founding import HamletRow, ResidentRow, hamlets, residents
from dongvon.domain.groups.vocabulary import Declared, GroupDraft, Organisation
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.groups.words import FOUNDERS, ORGANISATIONS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, key_of, led, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

DECLARED: Final = ("related", "on_standing_committee", "leads_elsewhere")


class HamletForm(forms.Form):
    """Of which hamlet the group is."""

    def __init__(self, *args: Any, found: Sequence[HamletRow], communes: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [
            (f"{row.place}|{row.hamlet}", f"{communes.get(row.place, row.place)} · {row.hamlet} ({row.people})")
            for row in found
        ]
        self.fields["ap"] = forms.ChoiceField(
            label=_("Ấp, khu phố (số người từ 18 tuổi chưa vào tổ)"), choices=[("", "–"), *named], required=False
        )


class FoundForm(forms.Form):
    """The founding as the meeting decided it."""

    code = forms.RegexField(label=_("Mã tổ (7 chữ số)"), regex=r"^\d{7}$", max_length=7)
    organisation = forms.TypedChoiceField(
        label=_("Hội, đoàn thể quản lý"), coerce=Organisation, choices=list(ORGANISATIONS.items())
    )
    on = forms.DateField(label=_("Ngày thành lập"), localize=True)
    acceptance = forms.CharField(label=_("Văn bản chấp thuận của UBND cấp xã (số, ngày)"), max_length=60)
    related = forms.BooleanField(label=_("Hai người là vợ chồng, cha mẹ - con hoặc anh chị em ruột"), required=False)
    on_standing_committee = forms.BooleanField(
        label=_("Có người thuộc thường trực hội, đoàn thể cấp xã"), required=False
    )
    leads_elsewhere = forms.BooleanField(
        label=_("Có người đang là tổ trưởng tổ vay vốn của ngân hàng khác"), required=False
    )

    def __init__(self, *args: Any, people: Sequence[ResidentRow], tables: Sequence[PointRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(row.id), f"{row.full_name} ({row.birth_year})") for row in people]
        self.fields["point"] = forms.TypedChoiceField(
            label=_("Điểm giao dịch"), coerce=UUID, choices=[(str(row.id), row.name) for row in tables]
        )
        for name, label in (("leader", _("Tổ trưởng")), ("deputy", _("Tổ phó"))):
            self.fields[name] = forms.TypedChoiceField(label=label, coerce=UUID, choices=[("", "–"), *named])
        self.fields["members"] = forms.TypedMultipleChoiceField(
            label=_("Tổ viên (gồm cả tổ trưởng, tổ phó)"),
            coerce=UUID,
            choices=named,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Đề nghị đánh dấu tổ viên.")},
        )


@page(audience=Audience.LENDING, roles=FOUNDERS)
def founding(request: Asked) -> HttpResponse:
    """Choose the hamlet, then who founds the group."""
    return _shown(request, request.GET.get("ap", ""))


@page(audience=Audience.LENDING, roles=FOUNDERS)
@require_POST
def found_act(request: Asked) -> HttpResponse:
    """The group is there."""
    asked, key = request.POST.get("ap", ""), key_of(request)
    if groups_by_id({key}):  # tapped twice: its members are no longer free to be chosen
        return led(request, redirect("groups:group", group=key))
    if not asked:
        return _shown(request, asked, status=422)
    place, hamlet, people, tables = _hamlet(request, asked)
    form = FoundForm(request.POST, people=people, tables=tables)
    if form.is_valid():
        given = dict(form.cleaned_data)
        declared = Declared(**{name: given.pop(name) for name in DECLARED})
        on, members = given.pop("on"), tuple(given.pop("members"))
        draft = GroupDraft(id=key, place=place, hamlet=hamlet, members=members, **given)
        outcome = perform(request, found_group, form=form, on=on, group=draft, declared=declared)
        if outcome:
            done = _(
                "Đã thành lập tổ. Tiếp theo, cán bộ tín dụng ghi biên bản họp thành lập (10/TD), "
                "giám đốc ký hợp đồng ủy nhiệm (11/TD)."
            )
            return answer(request, outcome, to="groups:group", group=outcome.result, done=done)
    return _shown(request, asked, form=form, status=422)


def _shown(request: Asked, asked: str, *, form: FoundForm | None = None, status: int = 200) -> HttpResponse:
    communes = {row.code: row.name for row in places(on=request.today)}
    found = hamlets(on=request.today)
    values: dict[str, Any] = {"hamlets": HamletForm({"ap": asked}, found=found, communes=communes), "asked": asked}
    if asked:
        place, hamlet, people, tables = _hamlet(request, asked)
        seen(request, [row.id for row in people], purpose="list")
        first = {"on": request.today}
        values["form"] = form or FoundForm(initial=first, people=people, tables=tables)
        values["title"] = __("%(hamlet)s, %(place)s") % {"hamlet": hamlet, "place": communes.get(place, place)}
    return render(request, "groups/founding.html", values, status=status)


def _hamlet(request: Asked, asked: str) -> tuple[str, str, list[ResidentRow], list[PointRow]]:
    """The hamlet asked for, its adults in no group, and the points at which its commune meets the bank."""
    place, _bar, hamlet = asked.partition("|")
    people = residents(place, hamlet, on=request.today)
    if not people:
        raise Http404
    return place, hamlet, people, [row for row in points(on=request.today) if row.place == place]
