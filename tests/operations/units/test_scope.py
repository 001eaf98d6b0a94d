"""The web's database role sees the accounts and posts of its own reach, whatever a query forgets."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from dongvon.domain.units.models import Post, User
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.queries.scope import enter_door, enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import NOTHING, Scope
from tests.operations.units.city import City

ON = date(2026, 11, 24)
Taking = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def people(city: City) -> City:
    city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR)
    city.person("quan", unit="ubnd", role=Role.ADMINISTRATOR)
    city.person("hoa", unit="ubnd-26041", role=Role.UNIT_HEAD)
    city.person("tung", unit="hoi-nong-dan-26041", role=Role.UNIT_REPORTER)
    city.person("mai", unit="ubnd-26242", role=Role.UNIT_HEAD)
    return city


@contextmanager
def asking(as_role: Taking, person: UUID) -> Iterator[None]:
    """As a request does it: first oneself, then one's standing."""
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(Scope(person=person))
        standing = standing_of(person, on=ON)
        assert standing is not None
        enter_scope(standing.scope)
        yield


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("lan", {"lan", "quan", "hoa", "tung", "mai"}),
        ("quan", {"lan", "quan", "hoa", "tung", "mai"}),
        ("hoa", {"hoa", "tung"}),
        ("tung", {"tung"}),
        ("mai", {"mai"}),
    ],
)
def test_accounts_and_posts_are_seen_within_reach(people: City, as_role: Taking, who: str, seen: set[str]) -> None:
    with asking(as_role, people.people[who]):
        assert set(User.objects.values_list("pk", flat=True)) == {people.people[name] for name in seen}
        assert set(Post.objects.values_list("user", flat=True)) == {people.people[name] for name in seen}


def test_without_anybody_there_are_no_rows(people: City, as_role: Taking) -> None:
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(NOTHING)
        assert not User.objects.exists()
        assert not Post.objects.exists()


def test_at_the_door_there_are_accounts_only(people: City, as_role: Taking) -> None:
    with transaction.atomic(), as_role("dongvon_web"):
        enter_door()
        assert User.objects.count() == 5
        assert not Post.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_scope_ends_with_its_transaction() -> None:
    with transaction.atomic():
        enter_scope(Scope(everything=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT scope_everything()")
        assert cursor.fetchone() == (False,)


@pytest.mark.parametrize(("who", "changed"), [("quan", 1), ("hoa", 0)])
def test_only_administrators_touch_posts(people: City, as_role: Taking, who: str, changed: int) -> None:
    with asking(as_role, people.people[who]):
        assert Post.objects.filter(user=people.people["tung"]).update(title="Trưởng phòng") == changed


def test_a_unit_head_inserts_no_post(people: City, as_role: Taking) -> None:
    post = Post.objects.get(user=people.people["tung"])
    post.pk, post.role = new_id(), Role.BRANCH_DIRECTOR
    with pytest.raises(ProgrammingError, match="row-level security"), asking(as_role, people.people["hoa"]):
        post.save(force_insert=True)


@pytest.mark.parametrize("table", ["units_user", "units_post", "units_unit", "units_edge"])
def test_nothing_is_erased(people: City, as_role: Taking, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), asking(as_role, people.people["lan"]):
        connection.cursor().execute(f"DELETE FROM {table}")


def test_names_are_known_to_everybody_and_nothing_else(people: City, as_role: Taking) -> None:
    with asking(as_role, people.people["tung"]):
        assert names_of([people.people["mai"], new_id()]) == {people.people["mai"]: "Trần Thị Mai"}
