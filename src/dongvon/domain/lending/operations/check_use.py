"""Write down what a borrower did with the money (06/TD)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Disbursement, UseCheck
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NoSuchDisbursement(Refusal):
    """No such payment, or none in sight of the asker."""

    text = "Không tìm thấy lần giải ngân trong phạm vi của bạn."


class UseCheckedAlready(Refusal):
    """Each disbursement is checked once; a later visit is an inspection."""

    text = "Lần giải ngân này đã được kiểm tra ngày {day:%d/%m/%Y}."


class NotThereYet(Refusal):
    """The visit lies before the money, or ahead of today."""

    text = "Ngày kiểm tra phải từ ngày giải ngân {lent:%d/%m/%Y} đến hôm nay."
    field = "checked_on"


class UseDoesNotAddUp(Refusal):
    """What was used rightly and wrongly is what was received."""

    text = "Số sử dụng đúng và sai mục đích cộng lại phải bằng số tiền thực nhận {received:,} đồng."
    field = "wrongly"


class MeasuresNeeded(Refusal):
    """Misuse is not only written down."""

    text = "Có số tiền sử dụng sai mục đích; hãy ghi biện pháp xử lý."
    field = "measures"


class UseNotTold(Refusal):
    """The paper says what the money was used for."""

    text = "Hãy ghi vốn vay đã được sử dụng vào việc gì."
    field = "used_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class UseSeen:
    """What the visit found, in đồng."""

    checked_on: date
    rightly: int
    wrongly: int
    used_for: str
    effect: str = ""
    measures: str = ""


@operation(allowed={Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def check_use(*, key: UUID, by: Actor, at: datetime, disbursement: UUID, seen: UseSeen) -> UUID:
    """Keep the check of one disbursement.

    Refuses NoSuchDisbursement, UseCheckedAlready, NotThereYet, UseDoesNotAddUp, MeasuresNeeded, UseNotTold.
    """
    lent = Disbursement.objects.select_related("loan").filter(id=disbursement).first()
    if lent is None:
        raise NoSuchDisbursement
    _demand_sense(seen, lent, today=at.astimezone(VIETNAM).date())
    try:
        with transaction.atomic():
            return _kept(seen, lent, by=by, at=at).id
    except IntegrityError as fault:
        earlier = UseCheck.objects.filter(disbursement=lent).first()
        if earlier is None:
            raise
        raise UseCheckedAlready(day=earlier.checked_on) from fault


def _demand_sense(seen: UseSeen, lent: Disbursement, *, today: date) -> None:
    if not lent.booked_on <= seen.checked_on <= today:
        raise NotThereYet(lent=lent.booked_on)
    if min(seen.rightly, seen.wrongly) < 0 or seen.rightly + seen.wrongly != lent.amount:
        raise UseDoesNotAddUp(received=lent.amount)
    if not seen.used_for.strip():
        raise UseNotTold
    if seen.wrongly and not seen.measures.strip():
        raise MeasuresNeeded


def _kept(seen: UseSeen, lent: Disbursement, *, by: Actor, at: datetime) -> UseCheck:
    loan = lent.loan
    return UseCheck.objects.create(
        loan=loan,
        disbursement=lent,
        checked_on=seen.checked_on,
        received=lent.amount,
        balance=loan.in_term + loan.overdue + loan.frozen,
        rightly=seen.rightly,
        wrongly=seen.wrongly,
        used_for=seen.used_for.strip(),
        effect=seen.effect.strip(),
        measures=seen.measures.strip(),
        unit=by.unit,
        person=by.person,
        posted_at=at,
    )
