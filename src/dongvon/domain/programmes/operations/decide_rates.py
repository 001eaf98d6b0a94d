"""Decide on proposed changes of rate."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.operations.settling import Decision, hold, settle
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import RateCohort, RatePeriod, RateSegment, RateSeries
from dongvon.domain.programmes.queries.steps import steps_of
from dongvon.domain.programmes.rules import rates
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def decide_rates(*, key: UUID, by: Actor, at: datetime, proposals: tuple[UUID, ...], decision: Decision) -> int:
    """Put proposed rates in force, all or none, or turn them down; gives their number.

    Refuses NotWaiting, OwnProposal, NoReason, StatedTwice.
    """
    periods = hold([RatePeriod], proposals, by=by)
    settle(periods, by=by, at=at, decision=decision)
    if decision.granted:
        for series in RateSeries.objects.filter(id__in={period.series_id for period in periods}):
            _lay_out(series)
    return len(periods)


def _lay_out(series: RateSeries) -> None:
    """Write the series' cohorts and their segments anew; a cohort keeps its identifier, loans point to it."""
    steps = steps_of(series.id)
    for signed_from in rates.cohorts(steps):
        cohort, _ = RateCohort.objects.get_or_create(series=series, signed_from=signed_from)
        cohort.segments.all().delete()
        RateSegment.objects.bulk_create(
            RateSegment(cohort=cohort, starts_on=span.starts_on, ends_on=span.ends_on, percent=span.percent)
            for span in rates.spans(steps, signed_on=signed_from)
        )
