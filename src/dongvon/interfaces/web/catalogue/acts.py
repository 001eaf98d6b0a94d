"""What officers do on the pages of the catalogue."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.audit.operations.settling import Decision
from dongvon.domain.programmes.operations.cite import cite
from dongvon.domain.programmes.operations.decide_rates import decide_rates
from dongvon.domain.programmes.operations.decide_term import decide_term
from dongvon.domain.programmes.operations.propose_rate import propose_rate
from dongvon.domain.programmes.operations.propose_term import propose_term
from dongvon.domain.programmes.queries.catalogue import ProgrammeRow
from dongvon.domain.programmes.vocabulary import (
    AppliesTo,
    CeilingDraft,
    CeilingPer,
    Channel,
    Confidence,
    Fund,
    LegalBasisDraft,
    PriorityClass,
    RateDraft,
    RateStep,
    TermDraft,
)
from dongvon.interfaces.web.catalogue.forms import DocumentForm, RateForm, TermForm
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS, documents_shown, found, shown, term_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose(request: Asked, programme: UUID) -> HttpResponse:
    """Lay a change of rate before the director."""
    row = found(programme)
    form = RateForm(request.POST, rates=row.rates, on=request.today)
    if not form.is_valid():
        return shown(request, row, form=form)
    outcome = perform(request, propose_rate, form=form, rate=_draft(row, form.cleaned_data))
    if not outcome:
        return shown(request, row, form=form)
    return answer(request, outcome, to="catalogue:programme", done=_("Đã trình đề xuất lãi suất."), programme=row.id)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def decide(request: Asked, programme: UUID, rate: UUID) -> HttpResponse:
    """Put a proposed rate in force, or turn it down with a reason."""
    decision = decision_in(request)
    outcome = perform(request, decide_rates, proposals=(rate,), decision=decision)
    done = _("Lãi suất đã được duyệt.") if decision.granted else _("Đã không duyệt.")
    return answer(request, outcome, to="catalogue:programme", done=done, programme=programme)


def decision_in(request: Asked) -> Decision:
    """Yes, or no with the reason that was given."""
    return Decision(granted=request.POST.get("decision") == "grant", reason=request.POST.get("reason", "")[:500])


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose_conditions(request: Asked, programme: UUID) -> HttpResponse:
    """Lay new conditions before the director."""
    row, form = found(programme), TermForm(request.POST)
    if not form.is_valid():
        return term_shown(request, row, form)
    outcome = perform(request, propose_term, form=form, term=_term(row, form.cleaned_data))
    if not outcome:
        return term_shown(request, row, form)
    return answer(request, outcome, to="catalogue:programme", done=_("Đã trình điều kiện cho vay."), programme=row.id)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def decide_conditions(request: Asked, programme: UUID, term: UUID) -> HttpResponse:
    """Put proposed conditions in force, or turn them down with a reason."""
    decision = decision_in(request)
    outcome = perform(request, decide_term, proposal=term, decision=decision)
    done = _("Điều kiện cho vay đã được duyệt.") if decision.granted else _("Đã không duyệt.")
    return answer(request, outcome, to="catalogue:programme", done=done, programme=programme)


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def cite_document(request: Asked) -> HttpResponse:
    """Add a legal document that rates and conditions may rest on."""
    form = DocumentForm(request.POST)
    if not form.is_valid():
        return documents_shown(request, form=form)
    outcome = perform(request, cite, form=form, documents=(LegalBasisDraft(**_document(form.cleaned_data)),))
    return answer(request, outcome, to="catalogue:documents", done=_("Đã thêm văn bản vào danh mục."))


def _document(given: dict[str, Any]) -> dict[str, Any]:
    return {**given, "confidence": Confidence(given["confidence"])}


def _term(row: ProgrammeRow, given: dict[str, Any]) -> TermDraft:
    plain = ("effective_on", "since_stated", "until", "longest_months", "grace_months", "collateral_above")
    course = ("short_course_months", "short_course_times", "course_times")
    return TermDraft(
        programme=row.id,
        fund=Fund(given["fund"]),
        channel=Channel(given["channel"]),
        **{name: given[name] for name in (*plain, *course, "overdue_percent", "rollover")},
        ceilings=tuple(_ceiling(per, most) for per in CeilingPer if (most := given[f"ceiling_{per}"])),
        basis=UUID(given["basis"]),
        confidence=Confidence(given["confidence"]),
    )


def _ceiling(per: CeilingPer, most: Decimal) -> CeilingDraft:
    return CeilingDraft(per=per, percent=most) if per.endswith("share") else CeilingDraft(per=per, amount=int(most))


def _draft(row: ProgrammeRow, given: dict[str, Any]) -> RateDraft:
    like = next(rate for rate in row.rates if rate.series == given["series"])
    return RateDraft(
        programme=row.id,
        fund=Fund(like.fund),
        priority_class=PriorityClass(like.priority_class),
        area=given["area"] or like.area,
        since_stated=given["since_stated"],
        step=RateStep(
            effective_on=given["effective_on"],
            until=given["until"],
            percent=given["percent"],
            applies_to=AppliesTo(given["applies_to"]),
        ),
        basis=UUID(given["basis"]),
        confidence=Confidence(given["confidence"]),
    )
