"""Every address × every role × own, sibling and foreign rows: nobody passes a door that was not declared for them.

And whatever names somebody notes that it was shown, page and file alike.
"""

import importlib
import pkgutil
import uuid
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, reverse

import tests.interfaces.doors as doors
from dongvon.interfaces.web.shell.access import Access, Audience, access_of, walk
from dongvon.kernel import clock
from tests.conftest import WebClient
from tests.interfaces.doors.world import ROLES, Row, World, build_world
from tests.interfaces.naming import everybody, named, noting

NOBODY, HALF = "nobody", "password only"
KNOCKERS = (NOBODY, HALF, *ROLES)
OPEN = (Audience.PUBLIC, Audience.DOOR)


def registered() -> dict[str, Callable[[World], list[Row]]]:
    """What the areas registered in tests/interfaces/doors/."""
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(doors.__path__, f"{doors.__name__}."):
        found |= getattr(importlib.import_module(module.name), "DOORS", {})
    return found


def addresses() -> dict[str, URLPattern]:
    """Every named address of the program."""
    return dict(walk(get_resolver(settings.ROOT_URLCONF)))


def takes_parameters(name: str, pattern: URLPattern) -> bool:
    try:
        reverse(name)
    except Exception:
        return True
    return bool(pattern.pattern.regex.groupindex)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Built once; each door is tried inside a savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world(on=clock.today())
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", sorted(addresses()))
def test_a_door_opens_to_whom_it_was_declared_for(name: str, world: World, django_db_blocker: Any) -> None:
    pattern = addresses()[name]
    access = access_of(pattern.callback)
    assert access is not None, f"{name} declares no audience"
    with django_db_blocker.unblock(), transaction.atomic():
        wrong = list(_faults(name, access, _rows(name, pattern, world), world))
        transaction.set_rollback(True)
    assert wrong == []


def test_nothing_is_registered_in_vain() -> None:
    assert registered().keys() <= addresses().keys()


def _rows(name: str, pattern: URLPattern, world: World) -> list[Row]:
    known = registered()
    if name in known:
        return known[name](world)
    assert not takes_parameters(name, pattern), f"{name}: register sample rows, see tests/interfaces/doors/__init__.py"
    return [Row()]


def _faults(name: str, access: Access, rows: list[Row], world: World) -> Iterator[str]:
    people, before = everybody(), _events()
    for who, row, method in _knocks(access, rows, world):
        address, expected = reverse(name, kwargs=row.parameters), _expected(access, who, row, world)
        answer, events, noted = _knock(world, who, method, address)
        told, written = f"{method.upper()} {address} as {who}: {answer.status_code}", events - before
        if not expected(answer, method, written):
            yield f"{told}, {written} events; expected {expected.__name__}"
        if not noted and (shown := sorted(named(answer, people))):
            yield f"{told} shows {shown[0]} and notes no viewing"


def _knocks(access: Access, rows: list[Row], world: World) -> Iterator[tuple[str, Row, str]]:
    """Whom the page turns away it has not asked which row they came for: one row is enough."""
    for who in KNOCKERS:
        outside = _expected(access, who, rows[0], world) in TURNED_AWAY
        yield from ((who, row, method) for row in (rows[:1] if outside else rows) for method in ("get", "post"))


def _knock(world: World, who: str, method: str, address: str) -> tuple[HttpResponse, int, bool]:
    """Knock once, count all that is recorded by then, tell whether a viewing was noted, and undo it."""
    client = WebClient(raise_request_exception=False)
    client.cookies.load(world.cookies[who])
    sent = {"key": str(uuid.uuid4())} if method == "post" else {}
    mark = transaction.savepoint()
    try:
        with noting() as noted:
            answer = getattr(client, method)(address, sent)
        return answer, _events(), bool(noted)
    finally:
        transaction.savepoint_rollback(mark)


def _events() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_event")
        return int(cursor.fetchone()[0])


def _expected(access: Access, who: str, row: Row, world: World) -> Callable[[HttpResponse, str, int], bool]:
    if access.audience in OPEN:
        return answers
    if who == NOBODY:
        return leads_to_sign_in
    if who == HALF:
        return leads_to_second_factor
    standing = world.standings[who]
    if not access.admits(standing.roles):
        return stays_shut
    if not row.within(standing.scope):
        return hides_the_row
    return stands_open


def answers(answer: HttpResponse, method: str, written: int) -> bool:
    """A page for everybody: it may still say no, it does not break."""
    return answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


def stands_open(answer: HttpResponse, method: str, written: int) -> bool:
    """The page itself answers, even if it asks for more."""
    return answers(answer, method, written) and answer.status_code not in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


def leads_to_sign_in(answer: HttpResponse, method: str, written: int) -> bool:
    return _leads_to(answer, reverse("account_login")) and not written


def leads_to_second_factor(answer: HttpResponse, method: str, written: int) -> bool:
    return _leads_to(answer, reverse("mfa_index")) and not written


def stays_shut(answer: HttpResponse, method: str, written: int) -> bool:
    return answer.status_code == HTTPStatus.FORBIDDEN and not written


def hides_the_row(answer: HttpResponse, method: str, written: int) -> bool:
    """Read: as if there were no such row, or a page only for posting. Write: nothing is recorded."""
    hidden = answer.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
    return not written and (hidden if method == "get" else answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR)


def _leads_to(answer: HttpResponse, place: str) -> bool:
    return answer.status_code == HTTPStatus.FOUND and answer.headers["Location"].startswith(place)


TURNED_AWAY = (leads_to_sign_in, leads_to_second_factor, stays_shut)
