"""The end of the way down: one group over time, and the loans behind the figures, by name."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.groups.queries.directory import GroupRow, groups_by_id
from dongvon.domain.insight.queries.groups import group_over_time, loans_of
from dongvon.domain.insight.vocabulary import Dimension
from dongvon.interfaces.web.components.wayfinding import Crumb
from dongvon.interfaces.web.insight.asking import names_of_parts
from dongvon.interfaces.web.insight.ranks import group_chart
from dongvon.interfaces.web.insight.sheets import Sheet, told_day
from dongvon.interfaces.web.insight.tables import days_sheet, loans_sheet
from dongvon.interfaces.web.insight.tabs import trail
from dongvon.interfaces.web.loans.pages import READERS
from dongvon.interfaces.web.loans.words import ORGANISATIONS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: More loans than a group can have; of a commune's direct loans the first so many are shown.
MOST = 200


@page(audience=Audience.OVERSIGHT, roles=READERS, charts=True)
def group(request: Asked, team: UUID) -> HttpResponse:
    """One group: its debt over time, and its loans."""
    found = _group(team)
    days = group_over_time(found)
    place = names_of_parts(request.today)[Dimension.PLACE].get(found.place, found.place)
    values = {
        "trail": _trail(found.place, place, _("Tổ %(code)s") % {"code": found.code}),
        "group": found,
        "organisation": ORGANISATIONS[found.organisation],
        "place": place,
        "chart": group_chart(days) if days else None,
        "days": days_sheet(days, title=_("Tổ theo tháng"), notes=(told_day(days[-1].day),) if days else ()),
        "loans": _loans(request, found),
    }
    return render(request, "insight/group.html", values)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def group_file(request: Asked, team: UUID) -> HttpResponse:
    """The group's loans as a workbook."""
    found = _group(team)
    return _loans(request, found, exported=True).answer(f"khoan-vay-to-{found.code}")


@page(audience=Audience.OVERSIGHT, roles=READERS)
def direct(request: Asked, place: str) -> HttpResponse:
    """The loans that a commune's people have without a group."""
    name, sheet = _direct(request, place)
    values = {"trail": _trail(place, name, _("Cho vay trực tiếp")), "code": place, "loans": sheet, "most": MOST}
    return render(request, "insight/direct.html", values)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def direct_file(request: Asked, place: str) -> HttpResponse:
    """The same as a workbook."""
    return _direct(request, place, exported=True)[1].answer(f"khoan-vay-truc-tiep-{place}")


def _group(group: UUID) -> GroupRow:
    found = groups_by_id([group]).get(group)
    if found is None:
        raise Http404
    return found


def _loans(request: Asked, group: GroupRow, *, exported: bool = False) -> Sheet:
    title = _("Khoản vay của tổ %(code)s") % {"code": group.code}
    loans = loans_of(group=group.id, place=group.place, limit=MOST)
    named = [loan.borrower for loan in loans]
    seen(request, named, count=len(named) + 1, purpose="list", of=group.id, exported=exported)  # and the leader
    return loans_sheet(loans, title=title, notes=_now())


def _trail(code: str, place: str, here: str) -> tuple[Crumb, ...]:
    return trail(Crumb(place, href=reverse("insight:commune", args=[code])), Crumb(here))


def _direct(request: Asked, place: str, *, exported: bool = False) -> tuple[str, Sheet]:
    name = names_of_parts(request.today)[Dimension.PLACE].get(place)
    if name is None:
        raise Http404
    title = _("Cho vay trực tiếp tại %(place)s") % {"place": name}
    loans = loans_of(group=None, place=place, limit=MOST)
    seen(request, [loan.borrower for loan in loans], purpose="list", exported=exported)
    return name, loans_sheet(loans, title=title, notes=_now())


def _now() -> tuple[str, ...]:
    return (_("Số hiện tại, kể cả giao dịch sau ngày chốt gần nhất"),)
