"""Approve a proposed change of rate."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import RateCohort, RatePeriod, RateSegment, RateSeries
from dongvon.domain.programmes.queries.steps import steps_of
from dongvon.domain.programmes.rules import rates
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class ProposerMayNotApprove(Refusal):
    """Four eyes: whoever proposes does not approve."""

    text = "Người đề xuất không được tự phê duyệt. Hãy chuyển cho người có thẩm quyền khác."


class AlreadyApproved(Refusal):
    """It was approved before."""

    text = "Đề xuất này đã được phê duyệt ngày {day}."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def approve_rate(*, key: UUID, by: Actor, at: datetime, proposals: tuple[UUID, ...]) -> int:
    """Put proposed rates in force, all or none; gives their number. Refuses ProposerMayNotApprove, AlreadyApproved."""
    periods = list(RatePeriod.objects.select_for_update().filter(id__in=proposals))
    for period in periods:
        if period.approved_at is not None:
            raise AlreadyApproved(day=f"{period.approved_at:%d/%m/%Y}")
        if period.proposed_by == by.person:
            raise ProposerMayNotApprove
    RatePeriod.objects.filter(id__in=proposals).update(approved_by=by.person, approved_at=at)
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
