"""Enrol a staff list: open many accounts, each with one post, as when a city begins to work with the program."""

from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import NOBODY, Actor
from dongvon.domain.units.models import Post, Unit, User
from dongvon.domain.units.operations.appoint import RoleElsewhere, demand_group
from dongvon.domain.units.operations.living import UnknownUnit
from dongvon.domain.units.operations.open_account import AddressTaken
from dongvon.domain.units.rules.posts import role_fits
from dongvon.domain.units.vocabulary import NewPerson, Role
from dongvon.kernel.text import clean, name_sort_key


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def enrol(*, key: UUID, by: Actor, at: datetime, people: tuple[NewPerson, ...], since: date) -> dict[str, UUID]:
    """Ids by address; all or none. Refuses AddressTaken, UnknownUnit, RoleElsewhere, GroupOfLeader."""
    _check_addresses(people)
    _check_roles(people, since=since)
    users = {person.email: _user(person, at=at) for person in people}
    User.objects.bulk_create(users.values())
    granted_by = None if by.person == NOBODY else by.person
    Post.objects.bulk_create(
        Post(
            user=users[person.email],
            unit_id=person.unit,
            role=person.role,
            title=person.title,
            group_id=person.group,
            valid=DateRange(since, None),
            granted_by_id=granted_by,
            granted_at=at,
        )
        for person in people
    )
    return {address: user.pk for address, user in users.items()}


def _user(person: NewPerson, *, at: datetime) -> User:
    name = clean(person.full_name)
    return User(
        email=person.email.lower(),
        full_name=name,
        name_sort_key=name_sort_key(name),
        password=make_password(None),
        joined_at=at,
    )


def _check_addresses(people: tuple[NewPerson, ...]) -> None:
    asked = [person.email.lower() for person in people]
    twice = {address for address in asked if asked.count(address) > 1} if len(set(asked)) < len(asked) else set()
    taken = twice or set(User.objects.filter(email__in=asked).values_list("email", flat=True))
    if taken:
        raise AddressTaken(email=min(taken))


def _check_roles(people: tuple[NewPerson, ...], *, since: date) -> None:
    units = Unit.objects.filter(valid__contains=since).in_bulk([person.unit for person in people])
    for person in people:
        demand_group(person.role, person.group)
        unit = units.get(person.unit)
        if unit is None:
            raise UnknownUnit(on=since)
        if not role_fits(person.role, body=unit.body, level=unit.level):
            raise RoleElsewhere
