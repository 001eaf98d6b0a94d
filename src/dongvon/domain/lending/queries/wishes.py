"""An application as the conditions see it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Model

from dongvon.domain.lending.models import Application, Course, DossierPaper, Lot, PlanItem, Undertaking
from dongvon.domain.lending.rules.eligibility import facts


def wishes(applications: Collection[UUID]) -> Iterator[tuple[Application, facts.Wish]]:
    """What each asks for and shows, in as many queries for many as for one."""
    rows = Application.objects.filter(id__in=applications).select_related("course", "undertaking", "authorisation")
    papers, lots = _parts(DossierPaper, applications, "code"), _parts(Lot, applications, "selected")
    items = _parts(PlanItem, applications, "use", "amount")
    for row in rows:
        shown = {code for (code,) in papers[row.id]} | ({"01/UQ"} if getattr(row, "authorisation", None) else set())
        yield row, _wish(row, papers=shown, plan=items[row.id], selected=any(each for (each,) in lots[row.id]))


def _parts(model: type[Model], applications: Collection[UUID], *fields: str) -> dict[UUID, list[tuple[Any, ...]]]:
    """These fields of what belongs to each application; as bare values, for a screen of sixty waits for them."""
    found: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    rows = model._default_manager.filter(application__in=applications).values_list("application_id", *fields)
    for application, *values in rows:
        found[application].append(tuple(values))
    return found


def _wish(row: Application, *, papers: set[str], plan: list[tuple[Any, ...]], selected: bool) -> facts.Wish:
    """Whoever missed a place waits for the next draw, and is not refused."""
    undertaking: Undertaking | None = getattr(row, "undertaking", None)
    course: Course | None = getattr(row, "course", None)
    return facts.Wish(
        amount=row.approved or row.amount,
        term_months=row.term_months,
        papers=frozenset(papers),
        own=row.own_capital,
        plan=tuple((use, amount) for use, amount in plan),
        value=undertaking.value if undertaking else None,
        paid=undertaking.paid if undertaking else 0,
        collateral=undertaking.collateral if undertaking else None,
        until=undertaking.ends_on if undertaking else None,
        works=undertaking.works if undertaking else 1,
        workers=undertaking.workers if undertaking else 1,
        meant_workers=undertaking.meant_workers if undertaking else None,
        monthly_income=row.monthly_income,
        family=row.family,
        course=_course(course),
        selected=selected or None,
    )


def _course(course: Course | None) -> facts.Course | None:
    if course is None:
        return None
    return facts.Course(ends_on=course.ends_on, months=course.months, tuition=course.tuition)
