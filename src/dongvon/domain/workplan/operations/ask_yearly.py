"""Ask for yearly results in review: the day by which a duty of the plan wants them."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Duty
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.rules.timing import check_timing
from dongvon.domain.workplan.vocabulary import ClauseTiming, TimingKind


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def ask_yearly(*, key: UUID, by: Actor, at: datetime, duty: UUID, day: int, month: int, before: bool) -> UUID:
    """The duty's id. Refuses NotFound, NotADraft, UnclearTiming."""
    row = Duty.objects.filter(pk=duty).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    check_timing(ClauseTiming(kind=TimingKind.BEFORE_DAY_EACH_YEAR, day=day, month=month, before=before))
    row.report_day, row.report_month, row.report_before = day, month, before
    row.save()
    return row.pk
