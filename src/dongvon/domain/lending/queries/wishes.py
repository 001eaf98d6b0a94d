"""An application as the conditions see it."""

from django.db.models import QuerySet

from dongvon.domain.lending.models import Application, Course, Lot, Undertaking
from dongvon.domain.lending.rules.eligibility import facts


def with_parts(found: QuerySet[Application]) -> QuerySet[Application]:
    """With all that `wish_of` looks at, so that looking at many costs as much as looking at one."""
    return found.select_related("course", "undertaking", "authorisation").prefetch_related("papers", "lots", "items")


def wish_of(row: Application) -> facts.Wish:
    """What is asked for and shown; `row` was fetched `with_parts`."""
    undertaking: Undertaking | None = getattr(row, "undertaking", None)
    course: Course | None = getattr(row, "course", None)
    papers = {paper.code for paper in row.papers.all()}
    if getattr(row, "authorisation", None):
        papers.add("01/UQ")
    return facts.Wish(
        amount=row.approved or row.amount,
        term_months=row.term_months,
        papers=frozenset(papers),
        own=row.own_capital,
        plan=tuple((item.use, item.amount) for item in row.items.all()),
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
        selected=_selected(list(row.lots.all())),
    )


def _course(course: Course | None) -> facts.Course | None:
    if course is None:
        return None
    return facts.Course(ends_on=course.ends_on, months=course.months, tuition=course.tuition)


def _selected(lots: list[Lot]) -> bool | None:
    """Whoever missed a place waits for the next draw, and is not refused."""
    return True if any(lot.selected for lot in lots) else None
