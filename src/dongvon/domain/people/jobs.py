"""Scheduled work of people: nothing sealed lies longer than it is needed."""

from datetime import timedelta

from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.people.operations.throw_away import throw_away
from dongvon.domain.people.queries.lists import has_untaken
from dongvon.kernel import clock, ids

KEPT = timedelta(days=30)


def throw_away_untaken() -> None:
    """Workbooks that waited a month for somebody to take them."""
    now = clock.now()
    if has_untaken(before=now - KEPT):
        with transaction.atomic():
            throw_away(key=ids.new_id(), by=SYSTEM, at=now, before=now - KEPT)
