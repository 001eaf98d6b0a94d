"""Every operation is recorded once, and only for those who may."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, ProgrammingError

from dongvon.domain.audit.models import Event
from dongvon.domain.audit.operations.record import KeyReused, NotAllowed, operation
from dongvon.domain.audit.queries.history import history_of
from dongvon.domain.audit.vocabulary import Actor
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db

AT = datetime(2026, 12, 14, 3, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 14, 4, 0, tzinfo=UTC)
LAN = Actor(person=UUID(int=7), unit=UUID(int=8), roles=frozenset({"director"}))
runs: list[str] = []


@operation(allowed={"director"})
def praise(*, key: UUID, by: Actor, at: datetime, whom: UUID, words: str) -> UUID:
    """Stands for any verb."""
    runs.append(words)
    return whom


@operation(allowed={"director"})
def praise_twice(*, key: UUID, by: Actor, at: datetime, whom: UUID) -> list[UUID]:
    """A verb that calls another verb."""
    return [praise(key=new_id(), by=by, at=at, whom=whom, words=words) for words in ("tốt", "rất tốt")]


@pytest.fixture(autouse=True)
def _forget_runs() -> None:
    runs.clear()


def test_the_event_says_who_what_and_when() -> None:
    key, whom = new_id(), new_id()
    praise(key=key, by=LAN, at=AT, whom=whom, words="tốt")
    event = Event.objects.get(key=key)
    assert (event.person, event.unit, event.at) == (LAN.person, LAN.unit, AT)
    assert event.contents == {"whom": str(whom), "words": "tốt"}
    assert event.about == [whom]
    assert [row.verb for row in history_of(whom)] == [event.verb]


def test_the_same_request_again_gives_the_first_result_and_runs_nothing() -> None:
    key, whom = new_id(), new_id()
    first = praise(key=key, by=LAN, at=AT, whom=whom, words="tốt")
    again = praise(key=key, by=LAN, at=LATER, whom=whom, words="tốt")
    assert first == again == whom
    assert runs == ["tốt"]
    assert Event.objects.filter(key=key).count() == 1


def test_the_same_key_with_other_contents_is_refused() -> None:
    key, whom = new_id(), new_id()
    praise(key=key, by=LAN, at=AT, whom=whom, words="tốt")
    with pytest.raises(KeyReused):
        praise(key=key, by=LAN, at=AT, whom=whom, words="chưa tốt")
    with pytest.raises(KeyReused):
        praise(key=key, by=Actor(UUID(int=9), None, frozenset({"director"})), at=AT, whom=whom, words="tốt")


def test_without_the_role_nothing_happens() -> None:
    stranger = Actor(person=UUID(int=9), roles=frozenset({"reader"}))
    with pytest.raises(NotAllowed):
        praise(key=new_id(), by=stranger, at=AT, whom=new_id(), words="tốt")
    assert runs == []
    assert not Event.objects.exists()


def test_an_inner_verb_belongs_to_the_outer_event() -> None:
    key, whom = new_id(), new_id()
    assert praise_twice(key=key, by=LAN, at=AT, whom=whom) == [whom, whom]
    assert Event.objects.count() == 1
    assert praise_twice(key=key, by=LAN, at=AT, whom=whom) == [whom, whom]
    assert len(runs) == 2


def test_a_failed_verb_leaves_no_event() -> None:
    @operation(allowed={"director"})
    def stumble(*, key: UUID, by: Actor, at: datetime) -> None:
        """Fails after it has begun."""
        raise RuntimeError

    with pytest.raises(RuntimeError), transaction.atomic():
        stumble(key=new_id(), by=LAN, at=AT)
    assert not Event.objects.exists()
    assert praise(key=new_id(), by=LAN, at=AT, whom=LAN.person, words="tốt") == LAN.person
    assert Event.objects.count() == 1


def test_events_cannot_be_rewritten_even_by_their_owner() -> None:
    """The trigger `append_only` holds where grants do not."""
    praise(key=new_id(), by=LAN, at=AT, whom=new_id(), words="tốt")
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
    for change in ("UPDATE audit_event SET verb = 'x'", "DELETE FROM audit_event"):
        with (
            pytest.raises((InternalError, ProgrammingError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_no_session_can_ask_a_trigger_to_look_away() -> None:
    """Any role may set a parameter of its own session; the guards of the tables must not obey one."""
    praise(key=new_id(), by=LAN, at=AT, whom=new_id(), words="tốt")
    guards = (
        "SELECT array_agg(tgname)::text FROM pg_trigger WHERE tgrelid = 'audit_event'::regclass AND NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE dongvon_owner; SELECT set_config('pgtrigger.ignore', ({guards}), true)")
        with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
            cursor.execute("UPDATE audit_event SET verb = 'x'")


def test_the_working_roles_may_not_even_try() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Event.objects.update(verb="x")


def test_one_event_per_key_in_the_database() -> None:
    """Constraint `audit_event_one_per_key`."""
    row = {"key": new_id(), "verb": "x", "person": LAN.person, "contents": {}, "digest": b"", "about": []}
    Event.objects.create(**row)
    with pytest.raises(IntegrityError, match="audit_event_one_per_key"):
        Event.objects.create(**row)
