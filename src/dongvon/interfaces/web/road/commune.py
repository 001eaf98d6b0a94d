"""The commune confirms a whole list on one screen: each line with its match in the certified lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.confirm import CONFIRM, DECLINE, SEND_BACK, LineDecision, confirm
from dongvon.domain.lending.queries.applications import FileRow, queue
from dongvon.domain.lending.queries.eligibility import Explanation, explanations
from dongvon.domain.lending.vocabulary import Check, Step, Verdict
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.road.explaining import Sentence, sentences
from dongvon.interfaces.web.road.roles import COMMUNE
from dongvon.interfaces.web.road.words import verdict_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

LATER = "later"
DECISIONS = ((CONFIRM, _("Xác nhận")), (DECLINE, _("Từ chối")), (SEND_BACK, _("Trả lại")), (LATER, _("Để sau")))

#: Lines on one screen; a group's list of 40 to 60 fits whole.
SCREEN = 60


@dataclass(frozen=True, kw_only=True)
class ListLine:
    """One line: who asks for what, whether the lists carry it, and what was decided on the screen so far."""

    row: FileRow
    verdict: str
    badge: str
    matches: tuple[Sentence, ...]
    against: tuple[Sentence, ...]
    decision: str
    reason: str
    changed: bool
    deadline: str


@page(audience=Audience.LENDING, roles=COMMUNE)
def confirming(request: Asked) -> HttpResponse:
    """Every line that waits for the commune, late on top."""
    return _shown(request)


@page(audience=Audience.LENDING, roles={Role.COMMUNE_CHAIR})
@require_POST
def confirm_act(request: Asked) -> HttpResponse:
    """All decisions of the screen in one act; where lists changed meanwhile, the screen comes back with the marks."""
    rows = queue({Step.CONFIRM}, on=request.today)
    lines = tuple(line for row in rows if (line := _decided(request, row)) is not None)
    if not lines:
        return _shown(request, status=422, told=str(_("Chưa chọn quyết định cho dòng nào.")))
    outcome: Outcome[int] = perform(request, confirm, lines=lines)
    if outcome:
        return answer(request, outcome, to="road:confirming", done=_("Đã ghi quyết định của các dòng đã chọn."))
    return _shown(request, status=422)


def _decided(request: Asked, row: FileRow) -> LineDecision | None:
    decision = request.POST.get(f"decision-{row.id}", LATER)
    if decision not in (CONFIRM, DECLINE, SEND_BACK):
        return None
    reason, seen = request.POST.get(f"reason-{row.id}", ""), request.POST.get(f"seen-{row.id}", "")
    return LineDecision(application=row.id, decision=decision, reason=reason[:500], seen=seen)


def _shown(request: Asked, *, status: int = 200, told: str = "") -> HttpResponse:
    rows = queue({Step.CONFIRM}, on=request.today)
    shown = rows[:SCREEN]
    seen(request, [row.borrower for row in shown], purpose="request")
    found = explanations([row.id for row in shown], on=request.today)
    looks = _looks(request, shown, found.values())
    lines = [_line(request, row, found[row.id], looks=looks) for row in shown if row.id in found]
    values: dict[str, Any] = {
        "lines": lines,
        "total": len(rows),
        "fit": sum(line.verdict != Verdict.INELIGIBLE for line in lines),
        "changed": sum(line.changed for line in lines),
        "may_sign": Role.COMMUNE_CHAIR in request.actor.roles,
        "decisions": [(value, str(word)) for value, word in DECISIONS],
        "told": told,
    }
    return render(request, "road/confirming.html", values, status=status)


def _looks(request: Asked, rows: Iterable[FileRow], found: Iterable[Explanation]) -> dict[str | date | None, str]:
    """Each verdict and each deadline drawn once, however many lines have it."""
    verdicts = {each.verdict: str(verdict_badge(each.verdict)) for each in found}
    return verdicts | {
        row.due_on: str(Deadline(row.due_on, on=request.today, working=row.days_left)) for row in rows if row.due_on
    }


def _line(
    request: Asked, row: FileRow, explanation: Explanation, *, looks: Mapping[str | date | None, str]
) -> ListLine:
    lists = [line for line in explanation.lines if line.check in (Check.LISTED, Check.NOT_LISTED)]
    seen = request.POST.get(f"seen-{row.id}", "")
    fit = explanation.verdict != Verdict.INELIGIBLE
    return ListLine(
        row=row,
        verdict=explanation.verdict,
        badge=looks[explanation.verdict],
        matches=tuple(sentences(lists)),
        against=tuple(sentences([line for line in explanation.failed if line not in lists])),
        decision=request.POST.get(f"decision-{row.id}", CONFIRM if fit else LATER),
        reason=request.POST.get(f"reason-{row.id}", ""),
        changed=bool(seen) and seen != explanation.verdict,
        deadline=looks.get(row.due_on, ""),
    )
