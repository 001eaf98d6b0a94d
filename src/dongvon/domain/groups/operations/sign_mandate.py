"""Sign the mandate contract 11/TD with the board of a group."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Mandate
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NothingGiven(Refusal):
    """A mandate gives interest, savings, or both into the board's hands."""

    text = "Hợp đồng ủy nhiệm phải giao thu lãi, thu tiền gửi hoặc cả hai. Ban quản lý tổ không được thu nợ gốc."
    field = "interest"


class MandateStands(Refusal):
    """The group has a mandate then, or the number is taken."""

    text = "Tổ đang có hợp đồng ủy nhiệm còn hiệu lực, hoặc số {number} đã dùng cho hợp đồng khác."
    field = "number"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def sign_mandate(
    *, key: UUID, by: Actor, at: datetime, on: date, group: UUID, number: str, interest: bool, savings: bool
) -> UUID:
    """From `on` the board may collect what is given; never principal. Refuses NothingGiven, MandateStands."""
    if not (interest or savings):
        raise NothingGiven
    try:
        with transaction.atomic():
            return Mandate.objects.create(
                group_id=group,
                number=clean(number),
                valid=DateRange(on, None),
                interest=interest,
                savings=savings,
                signed_by=by.person,
                signed_at=at,
            ).id
    except IntegrityError as fault:
        raise MandateStands(number=clean(number)) from fault
