"""State a standard of poverty or of average living, for the nation or higher for one commune."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Standard
from dongvon.domain.people.vocabulary import StandardDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class StandardImpossible(Refusal):
    """Income bands have room, and the poverty standard counts deprivations."""

    text = "Chuẩn không hợp lệ: mức thu nhập phải tăng dần, chuẩn nghèo phải có số chỉ số thiếu hụt."
    field = "up_to"


class StandardOverlaps(Refusal):
    """Another standard of the kind begins later and would hold at the same time."""

    text = "Đã có chuẩn cùng loại bắt đầu sau ngày {day}. Hãy chọn ngày hiệu lực muộn hơn hoặc ghi rõ ngày kết thúc."
    field = "from_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def set_standard(*, key: UUID, by: Actor, at: datetime, standard: StandardDraft) -> UUID:
    """From `standard.from_on` it holds; the one before of the same kind ends there.

    Refuses StandardImpossible, StandardOverlaps.
    """
    counts = standard.deprivations is not None
    if standard.over < 0 or standard.up_to <= standard.over or counts is not (standard.measure == "poverty"):
        raise StandardImpossible
    same = Standard.objects.filter(measure=standard.measure, area=standard.area, place=standard.place)
    for earlier in same.filter(valid__contains=standard.from_on, valid__startswith__lt=standard.from_on):
        earlier.valid = DateRange(earlier.valid.lower, standard.from_on)
        earlier.save(update_fields=["valid"])
    try:
        with transaction.atomic():
            return _row(standard).id
    except IntegrityError as fault:
        raise StandardOverlaps(day=f"{standard.from_on:%d/%m/%Y}") from fault


def _row(standard: StandardDraft) -> Standard:
    return Standard.objects.create(
        measure=standard.measure,
        area=standard.area,
        place_id=standard.place,
        valid=DateRange(standard.from_on, standard.until_on),
        over=standard.over,
        up_to=standard.up_to,
        deprivations=standard.deprivations,
        basis=standard.basis,
        confidence=standard.confidence,
    )
