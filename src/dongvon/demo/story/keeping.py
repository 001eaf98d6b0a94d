"""Time passing: people are reminded, what was not met is late, some of it put off, what is over locks."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.workplan.operations.decide_relief import decide_relief
from dongvon.domain.workplan.operations.extend import extend
from dongvon.domain.workplan.operations.lock import lock
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.operations.mark_sent import mark_sent
from dongvon.domain.workplan.operations.remind import remind
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.domain.workplan.queries.reminders import digests
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

#: The step of the ladder that is told: who had not reported a month before the day was written to.
_REMINDED = timedelta(days=30)
LETTERS = 1000
_PUT_OFF, _PUT_OFF_DAYS = "so-y-te", 10


def remind_in_time(round_: RoundRow, *, years: Years) -> None:
    """The letters of the morning a month before the last day, to whoever owes still."""
    day = (round_.due_at - timedelta(days=1)).astimezone(VIETNAM).date() - _REMINDED
    morning = datetime.combine(day, time(8, 5), tzinfo=VIETNAM)
    if not years.has_come(morning):
        return
    with transaction.atomic():
        remind(key=key_of(f"remind {round_.id}"), by=SYSTEM, at=morning, address=settings.PUBLIC_ADDRESS)
        for letter in digests(size=LETTERS)[0]:
            if letter.sent_at is None:
                sent_at = letter.made_at + timedelta(minutes=2)
                mark_sent(key=key_of(f"sent {letter.id}"), by=SYSTEM, at=sent_at, digest=letter.id)


def put_off(round_: RoundRow, *, cast: Cast, years: Years) -> None:
    """One department asks for more days and is given them by a document."""
    asked_at = round_.due_at - timedelta(days=20) + timedelta(hours=9)
    decided_at = asked_at + timedelta(days=1, hours=6)
    unit = cast.city.units.get(_PUT_OFF)
    if unit is None or not years.has_come(decided_at):
        return
    try:
        with transaction.atomic():
            relief = extend(
                key=key_of(f"put off {round_.id}"),
                by=cast.head(_PUT_OFF),
                at=asked_at,
                round=round_.id,
                unit=unit,
                clause=None,
                due_on=(round_.due_at + timedelta(days=_PUT_OFF_DAYS)).astimezone(VIETNAM).date(),
                reason="Đơn vị đang sắp xếp lại bộ máy, cần thêm thời gian tổng hợp số liệu.",
                document=f"512/SYT-VP ngày {asked_at:%d/%m/%Y}",
            )
            decide_relief(
                key=key_of(f"decide put off {round_.id}"),
                by=cast.called("lan"),
                at=decided_at,
                relief=relief,
                granted=True,
                document=f"871/NHCS-KHNV ngày {decided_at:%d/%m/%Y}",
                note="",
            )
    except Refusal:
        return  # told before, or nothing is owed under this plan


def pass_due(round_: RoundRow, *, years: Years) -> None:
    """The night after the last day: who has not reported is late."""
    night = round_.grace_until + timedelta(minutes=5)
    if years.has_come(night):
        with transaction.atomic():
            mark_late(key=key_of(f"mark late {round_.id}"), by=SYSTEM, at=night)


def pass_lock(round_: RoundRow, *, years: Years) -> None:
    """The night on which the round closes for good."""
    if years.has_come(round_.locks_at):
        with transaction.atomic():
            lock(key=key_of(f"lock {round_.id}"), by=SYSTEM, at=round_.locks_at)
