"""What waits for somebody beside reports and applications: petitions, uses of money to look at, lists of a commune."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dongvon.domain.lending.queries.petitions import waiting
from dongvon.domain.lending.queries.use_checks import uses_to_check
from dongvon.domain.people.queries.lists import unfinished
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.vocabulary import ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.checks.pages import CHECKERS
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.home.lists import Line, list_due
from dongvon.interfaces.web.lists.words import CHAIR, MAKERS
from dongvon.interfaces.web.shell.gate import Asked

#: A line, and the list of the home page it belongs to.
Standing = tuple[str, Line]

DIRECTORS: Final = frozenset({Role.OFFICE_DIRECTOR, Role.BRANCH_DIRECTOR})


def standing(request: Asked) -> tuple[Standing, ...]:
    """One line for each kind of work, whatever its number; kinds that are not this person's are not even asked."""
    kinds = ((DIRECTORS, _petitions), (CHECKERS, _uses), (MAKERS | CHAIR, _lists), (MAKERS, _moved_in))
    return tuple(each for roles, kind in kinds if request.actor.roles & roles for each in kind(request))


def _petitions(request: Asked) -> Iterator[Standing]:
    """Nobody decides what he proposed himself."""
    count = sum(row.proposed_by != request.actor.person for row in waiting())
    if count:
        words = ngettext("%d đơn đề nghị", "%d đơn đề nghị", count) % count
        yield "waiting", _line(_("Đề nghị về nợ chờ quyết định"), "loans:petitions", of=_("Khoản vay"), note=words)


def _uses(request: Asked) -> Iterator[Standing]:
    """The oldest tells how pressing all are."""
    rows = uses_to_check(on=request.today)
    if rows:
        first = min(row.due_on for row in rows)
        words = ngettext("%d lần giải ngân", "%d lần giải ngân", len(rows)) % len(rows)
        title = _("Kiểm tra sử dụng vốn vay (06/TD)")
        line = _line(title, "checks:uses", of=_("Sau khi cho vay"), note=words, due=first, on=request.today)
        yield list_due(first, on=request.today), line


def _lists(request: Asked) -> Iterator[Standing]:
    """The chair certifies what was laid down; whoever draws lists up answers objections and mends what came back."""
    rows = unfinished()
    makes, decides = bool(request.actor.roles & MAKERS), bool(request.actor.roles & CHAIR)
    back = [row for row in rows if row.state == ListState.DRAFT and row.returned_for]
    kinds = (
        (decides, "waiting", _("Danh sách chờ chứng nhận"), [row for row in rows if row.state == ListState.LAID]),
        (makes, "waiting", _("Danh sách có ý kiến chờ trả lời"), [row for row in rows if row.waiting]),
        (makes, "returned", _("Danh sách bị trả về"), back),
    )
    for mine, where, title, found in kinds:
        if mine and found:
            words = ngettext("%d danh sách", "%d danh sách", len(found)) % len(found)
            yield where, _line(title, "lists:index", of=_("Danh sách đối tượng"), note=words)


def _moved_in(request: Asked) -> Iterator[Standing]:
    """What entitled them elsewhere counts here once the commune has confirmed it."""
    if count := len(moved_in(on=request.today)):
        words = ngettext("%d hộ, người", "%d hộ, người", count) % count
        title = _("Chuyển đến, chưa xác nhận diện")
        yield "waiting", _line(title, "lists:moved_in", of=_("Danh sách đối tượng"), note=words)


def _line(
    title: Promise | str,
    address: str,
    *,
    of: Promise | str,
    note: str,
    due: date | None = None,
    on: date | None = None,
) -> Line:
    return Line(
        href=reverse(address),
        title=str(title),
        code="",
        unit_name=str(of),
        note=note,
        badge=None,
        deadline=Deadline(due, on=on) if due and on else None,
    )
