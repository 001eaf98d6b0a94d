"""Why a loan bears the rate it bears: each stretch of its rates with the decision behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from dongvon.domain.programmes.models import RatePeriod
from dongvon.domain.programmes.queries.steps import step_of
from dongvon.domain.programmes.rules.rates import decided


@dataclass(frozen=True, slots=True, kw_only=True)
class RateReason:
    """The rate of a loan on the days from `starts_on` up to, not with, `ends_on`, and the decision that gives it."""

    starts_on: date
    ends_on: date | None
    percent: Decimal
    decision: UUID
    effective_on: date
    until: date | None
    applies_to: str
    basis: str
    basis_title: str
    confidence: str

    def holds(self, day: date) -> bool:
        """Whether it is the rate of that day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


def reasons_of_loan(*, series: int, signed_on: date) -> list[RateReason]:
    """The rates of a loan of `series` signed on `signed_on`, from its signing on, in one query."""
    approved = RatePeriod.objects.filter(series=series, granted=True).select_related("basis")
    periods = {step_of(period): period for period in approved}
    return [
        _reason(periods[step], starts_on=start, ends_on=end)
        for start, end, step in decided(list(periods), signed_on=signed_on)
    ]


def _reason(period: RatePeriod, *, starts_on: date, ends_on: date | None) -> RateReason:
    return RateReason(
        starts_on=starts_on,
        ends_on=ends_on,
        percent=period.percent,
        decision=period.id,
        effective_on=period.effective_on,
        until=period.until,
        applies_to=period.applies_to,
        basis=period.basis.number,
        basis_title=period.basis.title,
        confidence=period.confidence,
    )
