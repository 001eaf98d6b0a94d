"""The approved history of one series of rates."""

from dongvon.domain.programmes.models import RatePeriod
from dongvon.domain.programmes.vocabulary import AppliesTo, RateStep


def steps_of(series: int) -> list[RateStep]:
    """Approved steps of the series, oldest first."""
    approved = RatePeriod.objects.filter(series=series, granted=True).order_by("effective_on", "until")
    return [step_of(period) for period in approved]


def step_of(period: RatePeriod) -> RateStep:
    """The decision as the rules take it; no two approved ones of a series are equal."""
    return RateStep(
        effective_on=period.effective_on,
        until=period.until,
        percent=period.percent,
        applies_to=AppliesTo(period.applies_to),
    )
