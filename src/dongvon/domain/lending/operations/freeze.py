"""Let a debt struck by an objective cause rest, without interest."""

from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Freeze, FreezeEnd, Loan
from dongvon.domain.lending.operations.deciding import grant, take_up
from dongvon.domain.lending.operations.holding import accounts_of, book_about, call_act, hold, require_running
from dongvon.domain.lending.queries.decision_rules import freeze_bands
from dongvon.domain.lending.rules.risk import FREEZE_ENDED, freeze_ends_on, freezing_band, further_freeze_ends_on
from dongvon.domain.lending.vocabulary import PetitionKind, RiskCause
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class FreezeOver(Refusal):
    """A freeze that would have ended by now changes nothing."""

    text = "Thời gian khoanh nợ tính đến {until:%d/%m/%Y} đã qua."
    field = "months"


class NoFreezeBefore(Refusal):
    """A further freeze follows one that has ended."""

    text = "Khoản vay {number} chưa từng được khoanh nợ hoặc chưa hết thời gian khoanh; không khoanh bổ sung được."
    field = "cause_code"


class FreezeAhead(Refusal):
    """A decision holds from a day that has come."""

    text = "Ngày bắt đầu khoanh {given:%d/%m/%Y} không được sau ngày giao dịch {on:%d/%m/%Y}."
    field = "from_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def freeze(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    petition: UUID,
    from_on: date,
    months: int,
    cause: RiskCause,
    decision: str,
) -> UUID:
    """Freeze all principal from the day of the decision, `from_on`; interest owed before it stays.

    Cause 110 (an earlier freeze has ended) is a further freeze. Refuses NoBandForCause, OnlyExtension, TooLong,
    NotFrozenBefore, NoFreezeBefore, FreezeAhead, FreezeOver, ValueTooOld, LoanRests, and as `take_up`, `grant`,
    `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.FREEZE)
    held = require_running(hold(asked.loan_id, on=on), on=on)
    if from_on > on:
        raise FreezeAhead(given=from_on, on=on)
    earlier = _ended_freeze(held) if cause.code == FREEZE_ENDED else None
    until = _until(from_on, months=months, cause=cause, earlier=earlier)
    if until <= on:
        raise FreezeOver(until=until)
    kept = {"from_on": from_on, "until_on": until, "months": months, "in_term": held.in_term, "overdue": held.overdue}
    why = {"cause_code": cause.code, "reason": cause.reason, "damage_percent": cause.damage_percent}
    act = {"loan": held, "booked_on": on, "decision": decision, "person": by.person, "posted_at": at}
    made = Freeze.objects.create(**act, **kept, **why, further_to=earlier)
    _book(held, made, by=by, at=at, on=on)
    call_act("SELECT lending_apply_freeze(%(loan)s, %(from_on)s, %(on)s, %(act)s)", held, made.id, on, from_on=from_on)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)


def _ended_freeze(loan: Loan) -> Freeze:
    last = FreezeEnd.objects.filter(loan=loan).order_by("-ended_on").select_related("freeze").first()
    if last is None:
        raise NoFreezeBefore(number=loan.contract_number)
    return last.freeze


def _until(from_on: date, *, months: int, cause: RiskCause, earlier: Freeze | None) -> date:
    if earlier is not None:
        return further_freeze_ends_on(
            decided_on=from_on,
            months=months,
            previous_months=earlier.months,
            previous_ends_on=min(earlier.until_on, earlier.end.ended_on),
        )
    damage = None if cause.damage_percent is None else Fraction(cause.damage_percent)
    band = freezing_band(damage, bands=freeze_bands(cause.code, on=from_on))
    return freeze_ends_on(from_on, months=months, most=band.most_months or 0)


def _book(loan: Loan, made: Freeze, *, by: Actor, at: datetime, on: date) -> None:
    accounts = accounts_of(loan)
    lines = [
        (made.id, accounts.frozen, accounts.in_term, made.in_term, "freeze"),
        (new_id(), accounts.frozen, accounts.overdue, made.overdue, "freeze"),
    ]
    book_about(loan, by=by, at=at, on=on, lines=lines)
