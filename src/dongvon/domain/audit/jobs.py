"""Scheduled work of the audit trail."""

from datetime import timedelta

from django.db import transaction

from dongvon.domain.audit.models import Seal
from dongvon.domain.audit.operations.seal import seal
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.kernel import clock, ids


def seal_yesterday() -> None:
    """Seal all that was recorded up to the end of yesterday; does nothing when that is done."""
    day = clock.today() - timedelta(days=1)
    with transaction.atomic():
        if not Seal.objects.filter(day__gte=day).exists():
            seal(key=ids.new_id(), by=SYSTEM, at=clock.now(), day=day)
