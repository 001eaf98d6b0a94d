"""By when a borrower's paper about a due day must be in.

Source: bank practice, second hand: working days before the due day, and
a paper about an instalment may still be handed in on the fixed session day. How many days comes in as dated rows.
"""

from dataclasses import dataclass
from datetime import date

from dongvon.kernel.calendar import WorkingDays, session_before
from dongvon.kernel.refusals import Refusal


class AskedTooLate(Refusal):
    """The paper came in after the day by which it is taken."""

    text = (
        "Giấy đề nghị nhận ngày {received:%d/%m/%Y} là trễ: đối với ngày đến hạn {due:%d/%m/%Y} "
        "phải nhận chậm nhất ngày {latest:%d/%m/%Y}."
    )
    field = "petition"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingRule:
    """So many working days before the due day; `or_session`: or on the last session up to it, if that is later."""

    working_days: int
    or_session: bool


def latest_asking(due_on: date, *, rule: AskingRule, session_day: int | None, week: WorkingDays) -> date:
    """The last day on which the paper is in time; `session_day` is None for loans paid at the office."""
    counted = week.before(due_on, days=rule.working_days)
    if session_day is None or not rule.or_session:
        return counted
    held = due_on if due_on.day == session_day else session_before(due_on, session_day=session_day)
    return max(counted, held)


def require_in_time(received_on: date, *, latest: date, due_on: date) -> None:
    """Refuses `AskedTooLate`."""
    if received_on > latest:
        raise AskedTooLate(received=received_on, due=due_on, latest=latest)
