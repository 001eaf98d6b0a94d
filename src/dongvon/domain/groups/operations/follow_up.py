"""See whether a group kept what it promised at an inspection."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Promise
from dongvon.domain.groups.operations.inspect import INSPECTING
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NoOpenPromise(Refusal):
    """It was kept already, or is out of sight."""

    text = "Không tìm thấy kiến nghị đang chờ khắc phục trong phạm vi của bạn."


class NothingSeen(Refusal):
    """Somebody says what was seen."""

    text = "Hãy ghi đã thấy tổ khắc phục như thế nào."
    field = "seen"


class KeptTooEarly(Refusal):
    """Between the inspection and today."""

    text = "Ngày khắc phục phải từ ngày kiểm tra {since:%d/%m/%Y} đến hôm nay."
    field = "kept_on"


@operation(allowed=INSPECTING)
def follow_up(*, key: UUID, by: Actor, at: datetime, on: date, promise: UUID, kept_on: date, seen: str) -> UUID:
    """The promise is kept; gives the inspection. Refuses NoOpenPromise, NothingSeen, KeptTooEarly."""
    row = Promise.objects.select_for_update().select_related("inspection").filter(id=promise, kept_on=None).first()
    if row is None:
        raise NoOpenPromise
    if not clean(seen):
        raise NothingSeen
    if not row.inspection.inspected_on <= kept_on <= on:
        raise KeptTooEarly(since=row.inspection.inspected_on)
    row.kept_on, row.seen, row.seen_by, row.seen_at = kept_on, clean(seen), by.person, at
    row.save(update_fields=["kept_on", "seen", "seen_by", "seen_at"])
    return row.inspection_id
