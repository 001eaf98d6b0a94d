"""How principal is divided over time, by the dated rows that hold for a loan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from dongvon.domain.lending.models import InstalmentPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentRule:
    """Months between instalments, and the amount to whose multiples parts are floored."""

    months: int
    floor_to: int


def instalment_rule(series: int, *, term_months: int, on: date) -> InstalmentRule:
    """The rule for a loan of that series and length signed on `on`; a programme's own rows come before common ones."""
    own = Q(programme__rate_series=series)
    found = (
        InstalmentPeriod.objects.filter(own | Q(programme=None), from_on__lte=on, granted=True)
        .filter(Q(up_to_months__gte=term_months) | Q(up_to_months=None))
        .order_by(F("programme").asc(nulls_last=True), F("up_to_months").asc(nulls_last=True), "-from_on")
        .first()
    )
    assert found is not None, "the common rows have one without end"
    return InstalmentRule(months=found.months, floor_to=found.floor_to)
