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

    text = "Khoản vay {number}: lần giải ngân này đã được kiểm tra ngày {day:%d/%m/%Y}."


class NotThereYet(Refusal):
    """The visit lies before the money, or ahead of today."""

    text = "Khoản vay {number}: ngày kiểm tra phải từ ngày giải ngân {lent:%d/%m/%Y} đến hôm nay."
    field = "checked_on"


class UseDoesNotAddUp(Refusal):
    """What was used rightly and wrongly is what was received."""

    text = "Khoản vay {number}: số sử dụng đúng và sai mục đích cộng lại phải bằng số thực nhận {received:,} đồng."
    field = "wrongly"


class MeasuresNeeded(Refusal):
    """Misuse is not only written down."""

    text = "Khoản vay {number} có số tiền sử dụng sai mục đích; hãy ghi biện pháp xử lý."
    field = "measures"


class NothingSeen(Refusal):
    """A visit looks at something."""

    text = "Chưa đánh dấu lần giải ngân nào đã kiểm tra."


class UseNotTold(Refusal):
    """The paper says what the money was used for."""

    text = "Khoản vay {number}: hãy ghi vốn vay đã được sử dụng vào việc gì."
    field = "used_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class UseSeen:
    """What the visit found of one disbursement, in đồng."""

    disbursement: UUID
    checked_on: date
    rightly: int
    wrongly: int
    used_for: str
    effect: str = ""
    measures: str = ""


@operation(allowed={Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def check_use(*, key: UUID, by: Actor, at: datetime, seen: tuple[UseSeen, ...]) -> int:
    """Keep the checks of a visit, all or none; gives how many.

    Refuses NothingSeen, NoSuchDisbursement, UseCheckedAlready, NotThereYet, UseDoesNotAddUp, MeasuresNeeded,
    UseNotTold.
    """
    if not seen:
        raise NothingSeen
    found = Disbursement.objects.select_related("loan").in_bulk([each.disbursement for each in seen])
    today = at.astimezone(VIETNAM).date()
    with transaction.atomic():
        for each in seen:
            lent = found.get(each.disbursement)
            if lent is None:
                raise NoSuchDisbursement
            _demand_sense(each, lent, today=today)
            _keep(each, lent, by=by, at=at)
    return len(seen)


def _demand_sense(seen: UseSeen, lent: Disbursement, *, today: date) -> None:
    number = lent.loan.contract_number
    if not lent.booked_on <= seen.checked_on <= today:
        raise NotThereYet(number=number, lent=lent.booked_on)
    if min(seen.rightly, seen.wrongly) < 0 or seen.rightly + seen.wrongly != lent.amount:
        raise UseDoesNotAddUp(number=number, received=lent.amount)
    if not seen.used_for.strip():
        raise UseNotTold(number=number)
    if seen.wrongly and not seen.measures.strip():
        raise MeasuresNeeded(number=number)


def _keep(seen: UseSeen, lent: Disbursement, *, by: Actor, at: datetime) -> None:
    try:
        with transaction.atomic():
            _kept(seen, lent, by=by, at=at)
    except IntegrityError as fault:
        earlier = UseCheck.objects.filter(disbursement=lent).first()
        if earlier is None:
            raise
        raise UseCheckedAlready(number=lent.loan.contract_number, day=earlier.checked_on) from fault


def _kept(seen: UseSeen, lent: Disbursement, *, by: Actor, at: datetime) -> None:
    loan = lent.loan
    UseCheck.objects.create(
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
