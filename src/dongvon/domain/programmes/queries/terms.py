"""The conditions that hold for a loan, by the day it was signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from dongvon.domain.programmes.models import RateCohort, RateSeries, Term
from dongvon.domain.programmes.queries.steps import steps_of
from dongvon.domain.programmes.rules.rates import rate_on
from dongvon.domain.programmes.vocabulary import PriorityClass

#: The programme whose rate others are measured by.
POOR_HOUSEHOLDS = "01"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanTerms:
    """What the contract takes from it: `cohort` names its rates; overdue debts bear a percent of them, or a rate."""

    programme: UUID
    code: str
    fund: str
    cohort: int
    overdue_percent: Decimal | None
    overdue_rate: Decimal | None
    rollover: bool
    grace_months: int
    short_course_months: int | None
    short_course_times: int | None
    course_times: int | None


def terms_of_loan(*, series: int, signed_on: date) -> LoanTerms | None:
    """Conditions for a loan of `series` signed on `signed_on`; None where no approved rate or term reaches that day."""
    key = RateSeries.objects.select_related("programme").get(id=series)
    cohort = RateCohort.objects.filter(series=series, signed_from__lte=signed_on).order_by("-signed_from").first()
    term = Term.objects.filter(programme=key.programme, fund=key.fund, valid__contains=signed_on, granted=True).first()
    if cohort is None or term is None or rate_on(steps_of(series), signed_on=signed_on, day=signed_on) is None:
        return None
    return LoanTerms(
        programme=key.programme_id,
        code=key.programme.code,
        fund=key.fund,
        cohort=cohort.id,
        overdue_percent=term.overdue_percent,
        overdue_rate=None if term.overdue_percent is not None else _poor_rate(fund=key.fund, signed_on=signed_on),
        rollover=term.rollover,
        grace_months=term.grace_months,
        short_course_months=term.short_course_months,
        short_course_times=term.short_course_times,
        course_times=term.course_times,
    )


def _poor_rate(*, fund: str, signed_on: date) -> Decimal | None:
    series = RateSeries.objects.get(
        programme__code=POOR_HOUSEHOLDS,
        programme__variant="",
        fund=fund,
        priority_class=PriorityClass.ORDINARY,
        area="",
    )
    return rate_on(steps_of(series.id), signed_on=signed_on, day=signed_on)


def keys_of_series(series: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The programme's code and the fund of each rate series."""
    found = RateSeries.objects.filter(id__in=list(series)).values_list("id", "programme__code", "fund")
    return {number: (code, fund) for number, code, fund in found}
