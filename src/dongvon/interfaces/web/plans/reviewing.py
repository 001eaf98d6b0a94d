"""The review of a draft: source on the left, reading on the right, doubts between."""

from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.mentions import Mentioned, choices
from dongvon.domain.workplan.queries.plans import PlanRow, plan_row, plans
from dongvon.domain.workplan.queries.review import (
    DoubtRow,
    Review,
    ReviewedClause,
    page_of,
    review_of,
    reviewed_clause,
)
from dongvon.domain.workplan.queries.review_targets import clause_of_assignment, draft_of_clause
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.plans.forms import (
    ActivateForm,
    AddForm,
    ClauseForm,
    DescribeForm,
    NewClauseForm,
    ResolveForm,
    UploadForm,
    YearlyForm,
)
from dongvon.interfaces.web.plans.words import LEVELS, ROLES, TIMINGS, years
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH)
def upload(request: Asked) -> HttpResponse:
    """Where a plan's file is given."""
    return render(request, "plans/upload.html", {"form": UploadForm()})


@page(audience=Audience.BRANCH)
def review(request: Asked, plan: UUID) -> HttpResponse:
    """What was written beside what was read, with every doubt: the page asked for, or the one that has a task."""
    code, number = request.GET.get("nhiem-vu", ""), request.GET.get("trang", "")
    at = page_of(plan, code=code) if code else int(number) if number.isdecimal() else 1
    return drawn(request, found(request, plan, at=at))


def address(plan: UUID, *, place: str = "") -> str:
    """Where the review of a plan is, at a task or at another place on its last page."""
    query = f"?{urlencode({'nhiem-vu': place})}#nv-{quote(place)}" if place else ""
    return reverse("plans:review", args=[plan]) + query


@page(audience=Audience.BRANCH)
def edit_clause(request: Asked, clause: UUID) -> HttpResponse:
    """The form that corrects a clause."""
    plan, row = clause_in_review(request, clause)
    return clause_form(request, plan, row, form=ClauseForm(initial=ClauseForm.filled(row)))


@page(audience=Audience.BRANCH)
def new_clause(request: Asked, clause: UUID) -> HttpResponse:
    """The form that adds a task the reading missed."""
    plan, row = clause_in_review(request, clause)
    return new_clause_form(request, plan, row, form=NewClauseForm())


@page(audience=Audience.BRANCH)
def edit_assignment(request: Asked, assignment: UUID) -> HttpResponse:
    """The form that says whom a mention means."""
    plan, row, each = assignment_in_review(request, assignment)
    initial = {"role": each.role, "target": each.name or "", "level": each.level, "learn": each.target is None}
    form = ResolveForm(choices=choices(on=request.today), initial=initial)
    return assignment_form(request, plan, row, each, form=form)


@page(audience=Audience.BRANCH)
def new_assignment(request: Asked, clause: UUID) -> HttpResponse:
    """The form that adds a unit the reading missed."""
    plan, row = clause_in_review(request, clause)
    return assignment_form(request, plan, row, None, form=AddForm(choices=choices(on=request.today)))


def found(request: Asked, plan: UUID, *, at: int = 1) -> Review:
    """A page of the review, or the page that says there is none."""
    review = review_of(plan, on=request.today, page=at)
    if review is None:
        raise Http404
    return review


def clause_in_review(request: Asked, clause: UUID) -> tuple[PlanRow, ReviewedClause]:
    """A clause and the plan it is reviewed in."""
    draft = draft_of_clause(clause)
    plan = plan_row(draft) if draft else None
    row = reviewed_clause(clause, on=request.today)
    if plan is None or row is None:
        raise Http404
    return plan, row


def assignment_in_review(request: Asked, assignment: UUID) -> tuple[PlanRow, ReviewedClause, Mentioned]:
    """An assignment, its clause and the plan it is reviewed in."""
    clause = clause_of_assignment(assignment)
    if clause is None:
        raise Http404
    plan, row = clause_in_review(request, clause)
    return plan, row, next(each for each in row.assignments if each.id == assignment)


def drawn(request: Asked, review: Review, *, describe: DescribeForm | None = None) -> HttpResponse:
    """The review page, with the form of the first page as it stands."""
    plan = review.plan
    initial = {name: getattr(plan, name) for name in DescribeForm.base_fields}
    values: dict[str, Any] = {
        "review": review,
        "plan": plan,
        "years": years(plan),
        "clauses": [(clause, _assignments(clause), TIMINGS[clause.timing_kind]) for clause in review.clauses],
        "describe": describe or DescribeForm(initial=initial),
        "yearly": [(duty, _yearly(duty)) for duty in review.duties],
        "activating": ActivateForm(),
        "replaceable": [each for each in plans() if each.state == "active"],
        "is_draft": plan.state == "draft",
        "may_activate": bool(request.actor.roles & {Role.BRANCH_DIRECTOR}),
        "pager": Pager(review.page, pages=review.pages, total=plan.clause_count) if review.pages > 1 else None,
        "here": next((each for each in _shown(review) if not each.settled), None),
        "ending": address(plan.id, place="to-chuc"),
        "behind": _at(plan, review.behind),
        "ahead": _at(plan, review.ahead),
    }
    return render(request, "plans/review.html", values, status=422 if describe else 200)


def clause_form(request: Asked, plan: PlanRow, row: ReviewedClause, *, form: ClauseForm) -> HttpResponse:
    """The page that corrects a clause."""
    values = {"plan": plan, "clause": row, "form": form, "back": address(plan.id, place=row.code)}
    return render(request, "plans/edit_clause.html", values, status=422 if form.errors else 200)


def new_clause_form(request: Asked, plan: PlanRow, row: ReviewedClause, *, form: NewClauseForm) -> HttpResponse:
    """The page that adds a clause behind another."""
    values = {"plan": plan, "clause": row, "form": form, "back": address(plan.id, place=row.code)}
    return render(request, "plans/new_clause.html", values, status=422 if form.errors else 200)


def assignment_form(
    request: Asked, plan: PlanRow, row: ReviewedClause, each: Mentioned | None, *, form: ResolveForm | AddForm
) -> HttpResponse:
    """The page that says whom a mention means, or adds a unit."""
    values = {"plan": plan, "clause": row, "assignment": each, "form": form, "choices": form.choices}
    values["back"] = address(plan.id, place=row.code)
    return render(request, "plans/edit_assignment.html", values, status=422 if form.errors else 200)


def _shown(review: Review) -> tuple[DoubtRow, ...]:
    """The doubts on this page, in the order they are drawn."""
    return review.others + tuple(doubt for clause in review.clauses for doubt in clause.doubts)


def _at(plan: PlanRow, doubt: DoubtRow | None) -> str:
    """The address of a doubt on another page."""
    if doubt is None:
        return ""
    return f"{reverse('plans:review', args=[plan.id])}?{urlencode({'nhiem-vu': doubt.clause_code})}#cho-{doubt.number}"


def _assignments(clause: ReviewedClause) -> list[dict[str, Any]]:
    """The assignments of a clause with their words and the doubts about each."""
    return [
        {
            "row": each,
            "role": ROLES[each.role],
            "level": LEVELS[each.level] if each.level else "",
            "doubts": [doubt for doubt in clause.doubts if doubt.assignment == each.id],
        }
        for each in clause.assignments
    ]


def _yearly(duty: Any) -> YearlyForm:
    initial = {"day": duty.report_day, "month": duty.report_month, "before": duty.report_before}
    return YearlyForm(initial=initial, auto_id=f"id_{duty.id}_%s")
