"""The review of a draft: source on the left, reading on the right, doubts between."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.mentions import Mentioned, choices
from dongvon.domain.workplan.queries.plans import plans
from dongvon.domain.workplan.queries.review import Review, ReviewedClause, review_of
from dongvon.domain.workplan.queries.review_targets import draft_of_assignment, draft_of_clause
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
    """What was written beside what was read, with every doubt."""
    return drawn(request, found(request, plan))


@page(audience=Audience.BRANCH)
def edit_clause(request: Asked, clause: UUID) -> HttpResponse:
    """The form that corrects a clause."""
    review, row = clause_in_review(request, clause)
    return clause_form(request, review, row, form=ClauseForm(initial=ClauseForm.filled(row)))


@page(audience=Audience.BRANCH)
def new_clause(request: Asked, clause: UUID) -> HttpResponse:
    """The form that adds a task the reading missed."""
    review, row = clause_in_review(request, clause)
    return new_clause_form(request, review, row, form=NewClauseForm())


@page(audience=Audience.BRANCH)
def edit_assignment(request: Asked, assignment: UUID) -> HttpResponse:
    """The form that says whom a mention means."""
    review, row, each = assignment_in_review(request, assignment)
    initial = {"role": each.role, "target": each.name or "", "level": each.level, "learn": each.target is None}
    form = ResolveForm(choices=choices(on=request.today), initial=initial)
    return assignment_form(request, review, row, each, form=form)


@page(audience=Audience.BRANCH)
def new_assignment(request: Asked, clause: UUID) -> HttpResponse:
    """The form that adds a unit the reading missed."""
    review, row = clause_in_review(request, clause)
    return assignment_form(request, review, row, None, form=AddForm(choices=choices(on=request.today)))


def found(request: Asked, plan: UUID) -> Review:
    """The review, or the page that says there is none."""
    review = review_of(plan, on=request.today)
    if review is None:
        raise Http404
    return review


def clause_in_review(request: Asked, clause: UUID) -> tuple[Review, ReviewedClause]:
    """A clause and the review it is in."""
    plan = draft_of_clause(clause)
    if plan is None:
        raise Http404
    review = found(request, plan)
    return review, next(each for each in review.clauses if each.id == clause)


def assignment_in_review(request: Asked, assignment: UUID) -> tuple[Review, ReviewedClause, Mentioned]:
    """An assignment, its clause and the review it is in."""
    plan = draft_of_assignment(assignment)
    if plan is None:
        raise Http404
    review = found(request, plan)
    return next(
        (review, clause, each) for clause in review.clauses for each in clause.assignments if each.id == assignment
    )


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
        "settled": sum(len(clause.doubts) - clause.open_doubts for clause in review.clauses),
    }
    return render(request, "plans/review.html", values, status=422 if describe else 200)


def clause_form(request: Asked, review: Review, row: ReviewedClause, *, form: ClauseForm) -> HttpResponse:
    """The page that corrects a clause."""
    values = {"plan": review.plan, "clause": row, "form": form}
    return render(request, "plans/edit_clause.html", values, status=422 if form.errors else 200)


def new_clause_form(request: Asked, review: Review, row: ReviewedClause, *, form: NewClauseForm) -> HttpResponse:
    """The page that adds a clause behind another."""
    values = {"plan": review.plan, "clause": row, "form": form}
    return render(request, "plans/new_clause.html", values, status=422 if form.errors else 200)


def assignment_form(
    request: Asked, review: Review, row: ReviewedClause, each: Mentioned | None, *, form: ResolveForm | AddForm
) -> HttpResponse:
    """The page that says whom a mention means, or adds a unit."""
    values = {"plan": review.plan, "clause": row, "assignment": each, "form": form, "choices": form.choices}
    return render(request, "plans/edit_assignment.html", values, status=422 if form.errors else 200)


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
