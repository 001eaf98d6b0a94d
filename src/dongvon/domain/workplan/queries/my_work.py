"""What one person has to do now: overdue, due within days, waiting for them, returned to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Min, OuterRef, Q, Subquery

from dongvon.domain.units.models import UnitName
from dongvon.domain.units.queries.standing import Standing
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Delegation, Obligation, Report
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.calendar import end_of
from dongvon.kernel.clock import VIETNAM

SOON = timedelta(days=7)

_ACCEPTING = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """One thing to do; `kind` and `id` name the page where it is done.

    `clause_code` is empty when the thing is a whole report; `tasks` counts the clauses still unmet in it.
    """

    kind: str
    id: UUID
    title: str
    unit_name: str
    clause_code: str
    due_at: datetime | None
    state: str
    tasks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWork:
    """The four lists of the home page, each the most pressing first."""

    overdue: tuple[WorkItem, ...] = ()
    due_soon: tuple[WorkItem, ...] = ()
    waiting: tuple[WorkItem, ...] = ()
    returned: tuple[WorkItem, ...] = ()


def my_work(standing: Standing, *, at: datetime) -> MyWork:
    """What somebody with this standing has to do at a moment; three statements, however many rows there are.

    Unmet obligations count for the units of the posts held, submitted reports for those who may accept them.
    """
    owed = [_owed(row, at=at) for row in _unmet(standing, at=at)]
    reports = [(row["state"], _report(row)) for row in _reports(standing, at=at)]
    given = [_given(row, at=at) for row in _delegated(standing)]
    owed += [item for item in given if item.due_at and item.due_at <= at + SOON]
    return MyWork(
        overdue=tuple(item for item in owed if item.state == "overdue"),
        due_soon=tuple(item for item in owed if item.state == "open"),
        waiting=(
            *(item for state, item in reports if state == ReportState.SUBMITTED),
            *(item for item in given if item not in owed),
        ),
        returned=tuple(item for state, item in reports if state == ReportState.RETURNED),
    )


def _unmet(standing: Standing, *, at: datetime) -> Iterable[Any]:
    """One row for each round and reporting unit, its earliest deadline and what is still unmet in it."""
    return (
        Obligation.objects.filter(
            reporter__in=standing.units,
            round__withdrawn_at=None,
            met_at=None,
            waiver=None,
            opens_at__lte=at,
            due_at__lte=at + SOON,
        )
        .values("round", "reporter", title=F("round__title"), unit_name=_name_on(at))
        .annotate(earliest=Min("due_at"), tasks=Count("id"), first_code=Min("clause__code"))
        .order_by("earliest", "unit_name")
    )


def _reports(standing: Standing, *, at: datetime) -> Iterable[Any]:
    """Reports returned to the units of the posts, and those waiting for whoever may accept them."""
    wanted = Q(state=ReportState.RETURNED, reporter__in=standing.units)
    if standing.roles & _ACCEPTING:
        wanted |= Q(state=ReportState.SUBMITTED)
    return (
        Report.objects.filter(wanted)
        .values("id", "state", title=F("round__title"), due_at=F("round__due_at"), unit_name=_name_on(at))
        .order_by("changed_at")
    )


def _delegated(standing: Standing) -> Iterable[Any]:
    """Clauses in the person's hands that are not done."""
    return Delegation.objects.filter(person=standing.person, withdrawn_at=None, done_at=None).values(
        "clause", "due_on", code=F("clause__code"), text=F("clause__text"), giver=F("given_by__full_name")
    )


def _name_on(at: datetime) -> Subquery:
    day = at.astimezone(VIETNAM).date()
    return Subquery(UnitName.objects.filter(unit=OuterRef("reporter"), valid__contains=day).values("full_name")[:1])


def _owed(row: dict[str, Any], *, at: datetime) -> WorkItem:
    return WorkItem(
        kind="round",
        id=row["round"],
        title=row["title"],
        unit_name=row["unit_name"] or "",
        clause_code=row["first_code"] if row["tasks"] == 1 else "",
        due_at=row["earliest"],
        state="overdue" if row["earliest"] <= at else "open",
        tasks=row["tasks"],
    )


def _given(row: dict[str, Any], *, at: datetime) -> WorkItem:
    due_at = end_of(row["due_on"]) if row["due_on"] else None
    return WorkItem(
        kind="plans:clause",
        id=row["clause"],
        title=row["text"][:120],
        unit_name=row["giver"] or "",
        clause_code=row["code"],
        due_at=due_at,
        state="overdue" if due_at and due_at <= at else "open",
    )


def _report(row: dict[str, Any]) -> WorkItem:
    return WorkItem(
        kind="report",
        id=row["id"],
        title=row["title"],
        unit_name=row["unit_name"] or "",
        clause_code="",
        due_at=row["due_at"],
        state=row["state"],
    )
