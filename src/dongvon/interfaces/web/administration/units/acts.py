"""What administrators do about organisations."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.operations.dissolve import dissolve
from dongvon.domain.units.operations.found import found
from dongvon.domain.units.operations.join import join
from dongvon.domain.units.operations.merge import merge
from dongvon.domain.units.operations.part import part
from dongvon.domain.units.operations.reclassify import reclassify
from dongvon.domain.units.operations.rename import rename
from dongvon.domain.units.vocabulary import NewEdge
from dongvon.interfaces.web.administration.units.change_forms import (
    DissolveForm,
    JoinForm,
    MergeForm,
    NewUnitForm,
    ReclassifyForm,
    RenameForm,
)
from dongvon.interfaces.web.administration.units.change_pages import (
    change_page,
    choices_of,
    chosen_units,
    founding_page,
    living,
    merging_page,
)
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.ADMINISTRATION)
@require_POST
def found_one(request: Asked) -> HttpResponse:
    """A unit begins to exist."""
    form = NewUnitForm(request.POST, on=request.today)
    if not form.is_valid():
        return founding_page(request, form)
    outcome = perform(request, found, form=form, unit=form.new_unit(), since=form.cleaned_data["since"])
    if not outcome:
        return founding_page(request, form)
    done = _("Đã thành lập đơn vị. Hãy ghi quan hệ với đơn vị cấp trên và giao vai trò cho người của đơn vị.")
    return answer(request, outcome, to="units:change", done=done, code=form.cleaned_data["code"])


@page(audience=Audience.ADMINISTRATION)
@require_POST
def merge_some(request: Asked) -> HttpResponse:
    """Several units end and one succeeds them."""
    form = MergeForm(request.POST, on=request.today, chosen=choices_of(chosen_units(request)))
    if not form.is_valid():
        return merging_page(request, form=form)
    given = form.cleaned_data
    outcome = perform(
        request, merge, form=form, units=form.merged(), into=form.new_unit(), on=given["since"], basis=given["basis"]
    )
    if not outcome:
        return merging_page(request, form=form)
    done = _("Đã sáp nhập. Đơn vị mới nhận các quan hệ; hãy giao lại vai trò cho người của đơn vị.")
    return answer(request, outcome, to="units:change", done=done, code=given["code"])


@page(audience=Audience.ADMINISTRATION)
@require_POST
def rename_one(request: Asked, code: str) -> HttpResponse:
    """A unit is called otherwise from a day on."""
    row, form = living(request, code), RenameForm(request.POST)
    if not form.is_valid():
        return change_page(request, row, form=form)
    outcome = perform(request, rename, form=form, unit=row.id, **form.cleaned_data)
    if not outcome:
        return change_page(request, row, form=form)
    return answer(request, outcome, to="units:unit", done=_("Đã ghi nhận tên mới."), code=code)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def reclassify_one(request: Asked, code: str) -> HttpResponse:
    """The commune becomes a ward, or back; its units are renamed with it."""
    row, form = living(request, code), ReclassifyForm(request.POST, auto_id="type-%s")
    if not form.is_valid():
        return change_page(request, row, form=form)
    outcome = perform(request, reclassify, form=form, place=row.place or "", **form.cleaned_data)
    if not outcome:
        return change_page(request, row, form=form)
    return answer(request, outcome, to="units:unit", done=_("Đã đổi loại hình và tên các đơn vị."), code=code)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def join_one(request: Asked, code: str) -> HttpResponse:
    """The unit is joined to another one above it."""
    row = living(request, code)
    form = JoinForm(request.POST, auto_id="join-%s", wanted=request.GET.get("don-vi", ""), on=request.today)
    if not form.is_valid():
        return change_page(request, row, form=form)
    parent, kind = form.relation()
    edge = NewEdge(child=row.id, parent=parent, kind=kind, basis=form.cleaned_data["basis"])
    outcome = perform(request, join, form=form, edge=edge, since=form.cleaned_data["since"])
    if not outcome:
        return change_page(request, row, form=form)
    return answer(request, outcome, to="units:change", done=_("Đã ghi quan hệ."), code=code)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def part_one(request: Asked, code: str, edge: UUID) -> HttpResponse:
    """A relation ends today."""
    outcome = perform(request, part, edge=edge, on=request.today, basis="")
    return answer(request, outcome, to="units:change", done=_("Quan hệ đã chấm dứt từ hôm nay."), code=code)


@page(audience=Audience.ADMINISTRATION)
@require_POST
def dissolve_one(request: Asked, code: str) -> HttpResponse:
    """A unit ends, with its relations and the posts in it."""
    row, form = living(request, code), DissolveForm(request.POST, auto_id="end-%s")
    if not form.is_valid():
        return change_page(request, row, form=form)
    given = form.cleaned_data
    outcome = perform(request, dissolve, form=form, unit=row.id, on=given["since"], basis=given["basis"])
    if not outcome:
        return change_page(request, row, form=form)
    return answer(request, outcome, to="units:unit", done=_("Đã ghi nhận đơn vị kết thúc hoạt động."), code=code)
