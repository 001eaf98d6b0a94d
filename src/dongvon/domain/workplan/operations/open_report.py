"""Open a report: the draft in which a unit answers a round."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Obligation, Report, Round
from dongvon.domain.workplan.operations.reporting import WRITERS, PeriodLocked, check_acts_for, local
from dongvon.kernel.refusals import Refusal


class NothingOwed(Refusal):
    """The unit owes no report in this round."""

    text = "Đơn vị không phải báo cáo trong kỳ này."


class NotOpenYet(Refusal):
    """The round begins later."""

    text = "Kỳ báo cáo “{title}” mở từ {opens_at}; đề nghị quay lại sau thời điểm đó."


@operation(allowed=WRITERS)
def open_report(*, key: UUID, by: Actor, at: datetime, round: UUID, reporter: UUID) -> UUID:
    """The report of a unit in a round, made if there is none yet.

    Refuses NotYourUnit, NothingOwed, NotOpenYet, PeriodLocked.
    """
    check_acts_for(reporter, by=by, at=at)
    known = Report.objects.filter(round=round, reporter=reporter).first()
    if known is not None:
        return known.pk
    _check_owed(round, reporter, at=at)
    made, _ = Report.objects.get_or_create(
        round_id=round,
        reporter_id=reporter,
        defaults={"opened_by_id": by.person, "opened_at": at, "changed_by_id": by.person, "changed_at": at},
    )
    return made.pk


def _check_owed(round: UUID, reporter: UUID, *, at: datetime) -> None:
    found = Round.objects.filter(pk=round).first()
    owed = Obligation.objects.filter(round=round, reporter=reporter, waiver=None)
    locks_at = owed.order_by("-locks_at").values_list("locks_at", flat=True).first()
    if found is None or locks_at is None:
        raise NothingOwed
    if at < found.opens_at:
        raise NotOpenYet(title=found.title, opens_at=local(found.opens_at))
    if at >= max(found.locks_at, locks_at):
        raise PeriodLocked(locked_at=local(max(found.locks_at, locks_at)))
