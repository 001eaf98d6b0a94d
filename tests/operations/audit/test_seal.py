"""The daily seal finds the first event that was tampered with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from dongvon.domain.audit.models import Event, Seal
from dongvon.domain.audit.operations.seal import DayNotOver, SealedOutOfOrder, seal
from dongvon.domain.audit.queries.verification import Fault, verify
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2025, 12, 1), date(2025, 12, 2)
AFTERWARDS = datetime(2025, 12, 10, tzinfo=UTC)


def _event(day: date, verb: str) -> int:
    """An event recorded at noon of `day` in Vietnam."""
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    event = Event.objects.create(
        key=new_id(), verb=verb, person=UUID(int=1), recorded_at=noon, contents={}, digest=b"d", about=[]
    )
    return event.id


@pytest.fixture
def events() -> list[int]:
    found = [_event(FIRST, "one"), _event(FIRST, "two"), _event(SECOND, "three")]
    for day in (FIRST, SECOND):
        seal(key=new_id(), by=SYSTEM, at=AFTERWARDS, day=day)
    return found


@contextmanager
def _intruder() -> Iterator[None]:
    """Somebody with the owner's rights who switched the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        for table in ("audit_event", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        for table in ("audit_event", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("RESET ROLE")


def test_an_untouched_trail_verifies(events: list[int]) -> None:
    found = verify()
    assert (found.days, found.events, found.fault) == (2, 3, None)


def test_a_changed_event_is_named(events: list[int]) -> None:
    with _intruder():
        Event.objects.filter(id=events[1]).update(verb="paid")
    assert verify().fault == Fault(FIRST, events[1], "changed")


def test_a_removed_event_is_named(events: list[int]) -> None:
    with _intruder():
        Event.objects.filter(id=events[2]).delete()
    assert verify().fault == Fault(SECOND, events[2], "removed")


def test_an_event_slipped_in_is_named(events: list[int]) -> None:
    with _intruder():
        added = _event(FIRST, "slipped in")
    assert verify().fault == Fault(FIRST, added, "added")


def test_a_rewritten_seal_is_named(events: list[int]) -> None:
    with _intruder():
        Seal.objects.filter(day=FIRST).update(root=b"x" * 32)
    assert verify().fault == Fault(FIRST, None, "seal")


def test_a_dropped_seal_breaks_the_chain(events: list[int]) -> None:
    with _intruder():
        Seal.objects.filter(day=FIRST).delete()
    assert verify().fault == Fault(SECOND, None, "seal")


def test_a_skipped_day_is_covered_by_the_next_seal() -> None:
    event = _event(FIRST, "one")
    seal(key=new_id(), by=SYSTEM, at=AFTERWARDS, day=FIRST + timedelta(days=3))
    assert Seal.objects.get().events == [event]


def test_today_cannot_be_sealed() -> None:
    with pytest.raises(DayNotOver):
        seal(key=new_id(), by=SYSTEM, at=AFTERWARDS, day=date(2025, 12, 10))


def test_days_are_sealed_in_order(events: list[int]) -> None:
    with pytest.raises(SealedOutOfOrder):
        seal(key=new_id(), by=SYSTEM, at=AFTERWARDS, day=FIRST)


def test_the_chain_cannot_fork(events: list[int]) -> None:
    """Constraint `audit_seal_one_successor`."""
    twin = Seal.objects.get(day=SECOND)
    twin.day = date(2025, 12, 5)
    with pytest.raises(IntegrityError, match="audit_seal_one_successor"), transaction.atomic():
        twin.save(force_insert=True)
