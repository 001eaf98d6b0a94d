"""Scheduled work on plans: lateness, locks, and the reminder ladder. Each may run at any time, any number of times."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.workplan.models import Digest
from dongvon.domain.workplan.operations.lock import lock
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.operations.mark_sent import mark_sent
from dongvon.domain.workplan.operations.remind import remind
from dongvon.kernel import clock, ids


def keep_time() -> None:
    """Mark what has become late, and lock the rounds whose time is over."""
    with transaction.atomic():
        mark_late(key=ids.new_id(), by=SYSTEM, at=clock.now())
    with transaction.atomic():
        lock(key=ids.new_id(), by=SYSTEM, at=clock.now())


def send_reminders() -> None:
    """Write today's letters, then send every letter that has not left yet."""
    with transaction.atomic():
        remind(key=ids.new_id(), by=SYSTEM, at=clock.now(), address=settings.PUBLIC_ADDRESS)
    for letter in Digest.objects.filter(sent_at=None).order_by("made_at").values_list("pk", flat=True):
        with transaction.atomic():
            _send(letter)


def _send(letter: UUID) -> None:
    """A letter that another worker holds is left to it; one that fails to leave is tried again next time."""
    row = Digest.objects.select_for_update(skip_locked=True).filter(pk=letter, sent_at=None).first()
    if row is None:
        return
    send_mail(row.subject, row.text, None, [row.address])
    mark_sent(key=ids.new_id(), by=SYSTEM, at=clock.now(), digest=row.pk)
